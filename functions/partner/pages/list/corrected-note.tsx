import type { VNode } from 'preact';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';
import type { CorrectedAnswer } from '#lib/usecases/released-pool.ts';

/** How a hospital's released answer was last changed after the release; undefined where it stands as released. */
export const correctionOf = ({ released }: Pick<OpenList, 'released'>, partner: string): CorrectedAnswer | undefined =>
  released.corrected?.findLast(({ organisation }) => organisation === partner);

/** What happened to a partner's answer after the release, and when. */
export const correctedWords = ({ at, first }: CorrectedAnswer): string =>
  `提供のあと、${longDay(dayOfInstant(at))}に${first ? '追加' : '修正'}された回答です。`;

/** Says which answers of this list changed after its release. */
export function CorrectedNote({ opened }: { readonly opened: OpenList }): VNode | null {
  const { released, list } = opened;
  const newest = new Map((released.corrected ?? []).map((one) => [one.organisation, one]));
  const own = [...newest.values()].filter(({ organisation }) => list.entry(organisation) !== undefined);
  if (own.length === 0) return null;
  return (
    <NotificationBanner tone="info" title={`提供のあとに回答が変わった病院が${own.length}あります。`}>
      <ul>
        {own.map(({ organisation, name, at, first }) => (
          <li key={organisation}>{`${name}（${longDay(dayOfInstant(at))}に${first ? '追加' : '修正'}）`}</li>
        ))}
      </ul>
      <p>一覧は、変わった回答で並べ直してあります。ほかの病院の回答は提供したときのままです。</p>
    </NotificationBanner>
  );
}
