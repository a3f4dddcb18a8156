import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { instantOf } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import { reminderTime } from '#lib/core/rounds/ladder.ts';
import { type PlannedRung, planLadder, rungWords } from '#lib/core/rounds/planned-ladder.ts';
import type { Round } from '#lib/core/rounds/round.ts';

/** When reminders will go out, and which of them had to move or will not be sent. */
export const LadderTable = ({
  round,
  asOf,
}: {
  round: Pick<Round, 'due' | 'ladder' | 'release'>;
  asOf: string;
}): VNode => (
  <DataTable
    caption={`督促の予定（午前${reminderTime.replace(/^0/, '')}、未提出の病院だけに送ります）`}
    columns={[{ label: '段階' }, { label: '送る日', wide: true }, { label: '備考' }]}
    rows={planLadder(round).map((rung) => ({
      key: String(rung.rung.offset),
      cells: [rungWords(rung.rung), longDay(rung.day), remarks(rung, round.release, asOf)],
    }))}
    empty="督促は送りません。"
  />
);

function remarks({ closedFor, meant, day, joined }: PlannedRung, release: string | undefined, asOf: string): string {
  return [
    ...(closedFor === undefined ? [] : [`${longDay(meant)}は${closedFor}のため移しました。`]),
    ...(joined ? ['同じ日の督促は1通にまとめます。'] : []),
    ...(instantOf(day, reminderTime) <= asOf ? ['過ぎているため送りません。'] : []),
    ...(release !== undefined && day >= release ? ['提供日より前に提供したときは送りません。'] : []),
  ].join('');
}
