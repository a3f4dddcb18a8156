import type { VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { Layout } from '#functions/components/layout.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { Approach } from '#lib/core/approaches/approach.ts';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import type { Weights } from '#lib/core/matching/rank/scoring-rule.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';
import type { Sheet } from '#lib/usecases/read-sheet.ts';
import { ApproachForm } from '../approach/approach-form.tsx';
import { correctedWords, correctionOf } from '../list/corrected-note.tsx';
import { weightsAddress } from '../list/list-view.ts';
import { partnerNav } from '../list/partner-nav.ts';
import { PartnerStyle } from '../list/partner-style.tsx';
import { classSign, placesOf } from '../list/places.ts';
import { ScoreBar } from '../list/score-bar.tsx';
import type { TypedMessage } from './get-sheet.tsx';
import { PartAnswers } from './part-answers.tsx';
import { ReasonTable } from './reason-table.tsx';

export interface SheetPageProps {
  readonly request: Pick<PageRequest, 'actor' | 'csrf'>;
  readonly opened: OpenList;
  readonly sheet: Sheet;
  /** Why the partner takes no requests at present, or null. */
  readonly closed: string | null;
  readonly weights: Weights;
  readonly approach: Approach | undefined;
  readonly typed: TypedMessage | undefined;
}

/** 病院シート: one partner on one page, as a clerk would print it. */
export function SheetPage({ request, opened, sheet, closed, weights, approach, typed }: SheetPageProps): VNode {
  const { round, ranking, list } = opened;
  const { entry, parts } = sheet;
  const { partner } = entry;
  const home = `/h/rounds/${round.id}/list`;
  const correction = correctionOf(opened, partner.organisation);
  const place = placesOf(opened.edition.places).whole(partner);
  return (
    <Layout
      title={partner.name}
      actor={request.actor}
      csrf={request.csrf}
      invalid={typed !== undefined}
      nav={partnerNav(round.id, 'list', 'list')}
    >
      <PartnerStyle />
      <ErrorSummary problems={typed?.problems ?? []} title="まだ送っていません" />
      <Breadcrumb places={[{ label: '一覧', href: `${home}${weightsAddress(weights)}` }, { label: partner.name }]} />
      <h1>{partner.name}</h1>
      <p>
        {`${place}${partner.class === null ? '' : `　区分${classSign(partner.class)}`}`}
        <br />
        {`${list.of.name}の一覧で${list.length}病院のうち${entry.place}位（${longDay(ranking.asOf)}提供）`}
      </p>
      {correction && <NotificationBanner tone="info" title={correctedWords(correction)} />}
      {closed !== null && (
        <NotificationBanner tone="warning" title="現在、相談を受け付けていません。">
          <p>{closed}</p>
        </NotificationBanner>
      )}
      <div class="sheet">
        <h2>合う理由</h2>
        <ScoreBar opened={opened} entry={entry} />
        {Object.keys(weights).length > 0 && <p class="hint">貴院が変えた重みで計算しています。</p>}
        <ReasonTable opened={opened} entry={entry} />
        {parts.map((part) => (
          <section key={part.form.id}>
            <h2>{`回答：${part.form.title}`}</h2>
            <p>
              {`${longInstant(part.answeredAt)}の回答です。`}
              {part.changed &&
                (part.changed.questions.size === 0
                  ? `前回（${longInstant(part.changed.since)}）と同じです。`
                  : `前回（${longInstant(part.changed.since)}）から変わった項目には「変更」と書いています。`)}
            </p>
            <PartAnswers
              part={part}
              file={(id) => `${home}/${encodeURIComponent(partner.organisation)}/files/${encodeURIComponent(id)}`}
            />
          </section>
        ))}
        {parts.length === 0 && <p>この病院の回答はありません。</p>}
      </div>
      <ApproachForm
        action={`${home}/${encodeURIComponent(partner.organisation)}/approach`}
        csrf={request.csrf}
        round={round.id}
        approach={approach}
        own={opened.organisation}
        closed={closed !== null}
        typed={typed}
      />
    </Layout>
  );
}
