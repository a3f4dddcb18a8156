import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';
import type { NoticeStanding } from '#lib/core/notices/notice.ts';
import { type MissedStep, reminderTime, type Step } from '#lib/core/rounds/ladder.ts';
import { rungWords } from '#lib/core/rounds/planned-ladder.ts';
import { stepOf } from '#lib/usecases/notify.ts';
import type { StepTaken } from '#lib/usecases/read-round.ts';

export interface StepsTableProps {
  readonly taken: readonly StepTaken[];
  readonly missed: readonly MissedStep[];
  readonly coming: readonly Step[];
  readonly notices: readonly NoticeStanding[];
}

const missedWords = {
  paused: '督促を休止していたため、送りませんでした',
  'not-run': '時刻を過ぎても送られていません。必要なら「今すぐ送る」で送ってください',
} as const;

/** Reminder steps that were taken, with how many mails each wrote, those that should have been, and those to come. */
export function StepsTable({ taken, missed, coming, notices }: StepsTableProps): VNode {
  const own = notices.filter(({ kind }) => kind === 'reminder');
  const joined = own.flatMap(({ also = [] }) => also);
  const written = Map.groupBy([...own.map(stepOf), ...joined.map(({ step }) => step)], (step) => step);
  const past = taken.map(({ step, at }) => ({
    key: step,
    at,
    cells: [wordsOf(step), longInstant(at), `送りました（${(written.get(step)?.length ?? 0).toLocaleString('en')}通）`],
  }));
  const lost = missed.map(({ step, why }) => ({
    key: step.id,
    at: step.at,
    cells: [wordsOf(step.id), `${longDay(step.day)}${reminderTime}`, missedWords[why]],
  }));
  const next = coming.map(({ id, rung, day, at }) => ({
    key: id,
    at,
    cells: [rungWords(rung), `${longDay(day)}${reminderTime}`, '予定'],
  }));
  return (
    <DataTable
      caption="督促の段階"
      captionHidden
      columns={[{ label: '段階' }, { label: '日時', wide: true }, { label: '状態' }]}
      rows={[...past, ...lost, ...next].sort((a, b) => (a.at < b.at ? -1 : 1))}
      empty="督促の予定はありません。"
    />
  );
}

/** A step's name holds its due day and offset (2027-01-29:-7), or the day on which somebody sent it (now:2027-01-20). */
function wordsOf(step: string): string {
  const [due = '', offset = ''] = step.split(':');
  return due === 'now' ? '今すぐ送る' : `${rungWords({ offset: Number(offset) })}（期限${longDay(due)}）`;
}
