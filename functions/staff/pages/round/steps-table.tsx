import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import { reminderTime } from '#lib/core/rounds/ladder.ts';
import { rungWords } from '#lib/core/rounds/planned-ladder.ts';
import type { RoundView } from './load-round.ts';

/** Reminder steps that were taken, with how many mails each wrote, and those to come. */
export function StepsTable({ view: { taken, coming, notices } }: { view: RoundView }): VNode {
  const reminders = Map.groupBy(
    notices.filter(({ kind }) => kind === 'reminder'),
    ({ id }) => id.split('#')[2] ?? '',
  );
  const past = taken.map(({ step, at }) => ({
    key: step,
    cells: [
      wordsOf(step),
      longInstant(at),
      `送りました（${(reminders.get(step)?.length ?? 0).toLocaleString('en')}通）`,
    ],
  }));
  const next = coming.map(({ id, rung, day }) => ({
    key: id,
    cells: [rungWords(rung), `${longDay(day)}${reminderTime}`, '予定'],
  }));
  return (
    <DataTable
      caption="督促の段階"
      captionHidden
      columns={[{ label: '段階' }, { label: '日時' }, { label: '状態' }]}
      rows={[...past, ...next]}
      empty="督促の予定はありません。"
    />
  );
}

/** A step's name holds its due day and offset: 2027-01-29:-7. */
function wordsOf(step: string): string {
  const [due = '', offset = ''] = step.split(':');
  return `${rungWords({ offset: Number(offset) })}（期限${longDay(due)}）`;
}
