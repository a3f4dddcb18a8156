import type { VNode } from 'preact';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';

export interface RuleNoteProps {
  readonly opened: OpenList;
  /** How many weights the hospital set itself. */
  readonly weighted: number;
  /** Address of the same list under the published weights. */
  readonly plain: string;
}

/** How a list is put in order: whose weights, which version, since when. */
export function RuleNote({ opened, weighted, plain }: RuleNoteProps): VNode {
  const { edition, ranking, list } = opened;
  const { rule } = ranking;
  const { document, section, date } = edition.matching.citation;
  const classes = new Set(list.partners.map((partner) => partner.class));
  const shown = edition.places.classes.filter(([number]) => classes.has(number));
  return (
    <>
      <p id="whose-weights">
        {weighted === 0 ? (
          '並べ方の重みは、厚生労働省が公表したものです。'
        ) : (
          <>
            {`${weighted}項目の重みを貴院が変えた並びです。`}
            <a href={plain}>公表の重みに戻す</a>
          </>
        )}
      </p>
      <details class="rule-note">
        <summary>並べ方について</summary>
        <ul>
          <li>{`合計は1000点です。自院から見た点（${rule.outOf[opened.own]}点）と、相手から見た点（${1000 - rule.outOf[opened.own]}点）を足しています。`}</li>
          <li>回答のない項目は0点とせず、計算から除いています。</li>
          <li>{`貴院の重みのうち回答のある項目が${rule.enoughKnown}%に満たない病院は、後ろに並びます。`}</li>
          <li>{rule.ties}</li>
          {shown.length > 1 && <li>{`区分：${shown.map(([, label]) => label).join('、')}`}</li>}
          <li>{`規則の版 ${rule.version}（${edition.label}）。根拠：${[document, section].filter(Boolean).join(' ')}、${longDay(date)}。`}</li>
        </ul>
      </details>
    </>
  );
}
