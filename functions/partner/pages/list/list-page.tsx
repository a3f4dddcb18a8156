import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { Layout } from '#functions/components/layout.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { Approach } from '#lib/core/approaches/approach.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Facet } from '#lib/usecases/facets.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';
import { CorrectedNote } from './corrected-note.tsx';
import { EntryLine } from './entry-line.tsx';
import { FilterFields } from './filter-fields.tsx';
import { ListMap } from './list-map.tsx';
import { addressOf, type ListView, linesPerPage, weightsAddress } from './list-view.ts';
import type { NarrowedList } from './narrow-list.ts';
import { partnerNav, partnerWord } from './partner-nav.ts';
import { PartnerStyle } from './partner-style.tsx';
import { placesOf } from './places.ts';
import { missingIn } from './reason-digest.ts';
import { RuleNote } from './rule-note.tsx';
import { WeightFields } from './weight-fields.tsx';

export interface ListPageProps {
  readonly request: Pick<PageRequest, 'actor' | 'csrf'>;
  readonly opened: OpenList;
  readonly view: ListView;
  readonly facets: readonly Facet[];
  readonly narrowed: NarrowedList;
  readonly approaches: ReadonlyMap<string, Approach>;
}

/** 連携先をさがす: the ranked list of one hospital with the reasons of every line. */
export function ListPage({ request, opened, view, facets, narrowed: found, approaches }: ListPageProps): VNode {
  const { kept } = found;
  const { round, list, ranking, side } = opened;
  const home = `/h/rounds/${round.id}/list`;
  const places = placesOf(opened.edition.places);
  const word = partnerWord(side);
  const pages = Math.max(1, Math.ceil(kept.length / linesPerPage));
  const page = Math.min(view.page, pages);
  const from = (page - 1) * linesPerPage;
  const lines = kept.slice(from, from + linesPerPage);
  const narrowed = view.prefecture !== '' || view.class !== '' || view.open || view.chosen.size > 0;
  const weighted = Object.keys(view.weights).length;
  const hrefOf = (partner: string) => `${home}/${encodeURIComponent(partner)}${weightsAddress(view.weights)}`;
  const own = [...new Set(lines.flatMap((entry) => missingIn(entry.reasons(), side).own))];
  const suggested = side === 'source' ? ranking.suggested(opened.organisation) : {};
  return (
    <Layout
      title={`${word}をさがす`}
      actor={request.actor}
      csrf={request.csrf}
      nav={partnerNav(round.id, 'list', 'list')}
      scripts={['list']}
    >
      <PartnerStyle />
      <h1>{`${word}をさがす`}</h1>
      <p>{`${list.of.name}のための一覧です。${round.title}で提供された回答から、貴院に合う順に並べています。`}</p>
      <CorrectedNote opened={opened} />
      <RuleNote opened={opened} weighted={weighted} plain={`${home}${addressOf({ ...view, weights: {}, page: 1 })}`} />
      {own.length > 0 && <p class="hint">{`自院の回答がないため計算していない項目：${own.join('、')}`}</p>}
      <form class="conditions" id="conditions" method="get" action={home}>
        <details open={weighted > 0}>
          <summary id="weights-changed">{`自院が重視することを変える${weighted > 0 ? `（${weighted}項目を変更中）` : ''}`}</summary>
          <WeightFields opened={opened} weights={view.weights} />
          {Object.keys(suggested).length > 0 && (
            <p>
              <a href={`${home}${addressOf({ ...view, weights: suggested, page: 1 })}`}>
                自院の回答「特に重視すること」を重みに使う
              </a>
            </p>
          )}
        </details>
        <details open={narrowed || view.counts}>
          <summary>{`条件で絞り込む${narrowed ? '（絞り込み中）' : ''}`}</summary>
          <FilterFields
            opened={opened}
            view={view}
            facets={facets}
            places={places}
            counts={found.counts}
            counted={`${home}${addressOf({ ...view, counts: true })}`}
          />
        </details>
        <div class="buttons" id="list-buttons">
          <Button kind="primary">この条件で並べる</Button>
          {(narrowed || weighted > 0) && (
            <LinkButton kind="text" href={home}>
              条件をすべて消す
            </LinkButton>
          )}
        </div>
      </form>
      <p class="visually-hidden" role="status" id="rerank-status" />
      <section id="results" aria-labelledby="results-title" data-from={from} data-most={linesPerPage}>
        <h2 id="results-title">
          {narrowed ? `${list.length}病院のうち${kept.length}病院` : `${list.length}病院`}
          <span class="as-of">{`（${longDay(ranking.asOf)}提供）`}</span>
        </h2>
        <p class="list-file">
          <a href={`${home}/xlsx${addressOf({ ...view, page: 1 })}`}>この一覧をExcelファイルで保存する</a>
        </p>
        <ListMap view={view} narrowed={found} places={places} home={home} />
        {lines.length === 0 && <p>条件に合う病院はありません。条件を減らしてください。</p>}
        {lines.length > 0 && (
          <form class="compare-form" id="compare" method="get" action={`${home}/compare`}>
            {Object.entries(view.weights).map(([id, weight]) => (
              <input key={id} type="hidden" name={`w.${id}`} value={weight} />
            ))}
            <Button>選んだ病院を比べる</Button>
            <span class="hint">4病院まで選べます。</span>
          </form>
        )}
        {lines.length > 0 && (
          <ol class="entries">
            {lines.map((entry) => (
              <EntryLine
                key={entry.partner.organisation}
                opened={opened}
                entry={entry}
                places={places}
                approach={approaches.get(entry.partner.organisation)}
                hrefOf={hrefOf}
              />
            ))}
          </ol>
        )}
        {pages > 1 && (
          <nav class="pagination" aria-label="一覧のつづき">
            {page > 1 && (
              <a href={`${home}${addressOf({ ...view, page: page - 1 })}`} rel="prev">
                {`まえの${linesPerPage}病院`}
              </a>
            )}
            <span>{`${kept.length}病院のうち${from + 1}から${from + lines.length}番目`}</span>
            {page < pages && (
              <a href={`${home}${addressOf({ ...view, page: page + 1 })}`} rel="next">
                {`つぎの${Math.min(linesPerPage, kept.length - from - lines.length)}病院`}
              </a>
            )}
          </nav>
        )}
      </section>
    </Layout>
  );
}
