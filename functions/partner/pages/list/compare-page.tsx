import type { ComponentChildren, VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { Layout } from '#functions/components/layout.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Weights } from '#lib/core/matching/rank/scoring-rule.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';
import type { Sheet } from '#lib/usecases/read-sheet.ts';
import { answeredOn } from './entry-line.tsx';
import { weightsAddress } from './list-view.ts';
import { partnerNav } from './partner-nav.ts';
import { PartnerStyle } from './partner-style.tsx';
import { classSign, placesOf } from './places.ts';
import { otherDirection, scoreText } from './score-bar.tsx';

export interface ComparePageProps {
  readonly request: Pick<PageRequest, 'actor' | 'csrf'>;
  readonly opened: OpenList;
  readonly weights: Weights;
  readonly sheets: readonly Sheet[];
  /** Hospitals chosen beyond those shown. */
  readonly left: number;
}

/** 病院を比べる: scores, reasons and answers side by side. */
export function ComparePage({ request, opened, weights, sheets, left }: ComparePageProps): VNode {
  const { round, ranking, own, edition } = opened;
  const { rule, asOf } = ranking;
  const other = otherDirection(own);
  const places = placesOf(edition.places);
  const home = `/h/rounds/${round.id}/list`;
  const row = (head: string, cell: (sheet: Sheet) => ComponentChildren) => (
    <tr key={head}>
      <th scope="row">{head}</th>
      {sheets.map((sheet) => (
        <td key={sheet.entry.partner.organisation}>{cell(sheet)}</td>
      ))}
    </tr>
  );
  const reasons = new Map(
    sheets.map((sheet) => [sheet, new Map(sheet.entry.reasons().map((reason) => [reason.criterion, reason]))]),
  );
  return (
    <Layout title="病院を比べる" actor={request.actor} csrf={request.csrf} nav={partnerNav(round.id, 'list', 'list')}>
      <PartnerStyle />
      <Breadcrumb places={[{ label: '一覧', href: `${home}${weightsAddress(weights)}` }, { label: '病院を比べる' }]} />
      <h1>病院を比べる</h1>
      {left > 0 && (
        <NotificationBanner title={`先に選んだ4病院を並べています。ほかの${left}病院は表示していません。`} />
      )}
      {sheets.length < 2 ? (
        <p>一覧で、比べたい病院を2つから4つ選んでください。</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section class="table-box" aria-label="比較表" tabIndex={0}>
          <table class="table compare-table">
            <caption>{`${sheets.length}病院（${longDay(asOf)}提供）`}</caption>
            <thead>
              <tr>
                <th scope="col">項目</th>
                {sheets.map(({ entry: { partner } }) => (
                  <th key={partner.organisation} scope="col">
                    <a href={`${home}/${encodeURIComponent(partner.organisation)}${weightsAddress(weights)}`}>
                      {partner.name}
                    </a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {row('順位', ({ entry }) => `${entry.place}位`)}
              {row('合計', ({ entry }) => scoreText(entry.total, 1000))}
              {row('自院から見て', ({ entry }) => scoreText(entry.scores[own], rule.outOf[own]))}
              {row('相手から見て', ({ entry }) => scoreText(entry.scores[other], rule.outOf[other]))}
              {row(
                '所在地',
                ({ entry: { partner } }) =>
                  `${places.whole(partner)}${partner.class === null ? '' : `（区分${classSign(partner.class)}）`}`,
              )}
              {row('回答日', ({ entry: { partner } }) => {
                const day = answeredOn(asOf, partner.age);
                return day === undefined ? '回答なし' : longDay(day);
              })}
              {rule.criteria.map(({ id, label }) =>
                row(label, (sheet) => {
                  const reason = reasons.get(sheet)?.get(id);
                  if (!reason) return '重み0';
                  return reason.contribution === null ? '未回答' : `${reason.contribution}点\n${reason.text}`;
                }),
              )}
            </tbody>
            {answersOf(sheets).map(({ title, rows }) => (
              <tbody key={title}>
                <tr>
                  <th scope="rowgroup" colSpan={sheets.length + 1}>
                    <strong>{title}</strong>
                  </th>
                </tr>
                {rows.map(({ id, label }) => row(label, (sheet) => answerIn(sheet, id)))}
              </tbody>
            ))}
          </table>
        </section>
      )}
    </Layout>
  );
}

/** Questions that anybody of these answered or was asked, by section. */
function answersOf(sheets: readonly Sheet[]) {
  const sections = new Map<string, Map<string, string>>();
  for (const { title, answers } of sheets.flatMap(({ parts }) => parts.flatMap((part) => part.sections))) {
    const rows = sections.get(title) ?? new Map<string, string>();
    for (const { id, label } of answers) rows.set(id, label);
    sections.set(title, rows);
  }
  return [...sections].map(([title, rows]) => ({ title, rows: [...rows].map(([id, label]) => ({ id, label })) }));
}

const answerIn = ({ parts }: Sheet, id: string): string =>
  parts.flatMap(({ sections }) => sections.flatMap(({ answers }) => answers)).find((answer) => answer.id === id)
    ?.text ?? '―';
