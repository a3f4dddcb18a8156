import type { StepsTableProps } from '#functions/staff/components/steps-table.tsx';
import type { StaffDesk } from '#functions/staff/desk.ts';
import { type AnswerState, owes } from '#lib/core/rounds/answer.ts';
import { missedSteps, stepsOf } from '#lib/core/rounds/ladder.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { mailsOf, readRound, standingsOf, stepsTaken } from '#lib/usecases/read-round.ts';

/** How a round's reminders stand. */
export interface RemindersView extends StepsTableProps {
  readonly round: Round;
  /** Hospitals that owe, by the state of their answer. */
  readonly owing: ReadonlyMap<AnswerState, number>;
  readonly asOf: string;
}

/** Loads a round's reminders; undefined when there is no such round. */
export async function loadReminders(desk: StaffDesk, id: string): Promise<RemindersView | undefined> {
  const [round, answers, notices, taken] = await Promise.all([
    readRound(desk, id),
    standingsOf(desk, id),
    mailsOf(desk, id),
    stepsTaken(desk, id),
  ]);
  if (!round) return undefined;
  const asOf = desk.world.now();
  const states = answers.map(({ state }) => state).filter(owes);
  return {
    round,
    owing: new Map([...Map.groupBy(states, (state) => state)].map(([state, all]) => [state, all.length])),
    notices,
    taken,
    missed: missedSteps(round, new Set(taken.map(({ step }) => step)), asOf),
    coming: round.state === 'open' ? stepsOf(round).filter(({ at }) => at > asOf) : [],
    asOf,
  };
}
