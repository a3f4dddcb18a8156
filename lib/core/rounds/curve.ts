import { addDays, type Day, dayOfInstant, daysBetween } from '../calendar/day.ts';
import type { AnswerStanding } from './answer.ts';

/** How many hospitals had submitted by the end of each JST day on which somebody did, days ascending. */
export type Curve = readonly { readonly day: Day; readonly total: number }[];

/** How a round was answered, as another is compared with it. */
export interface AnsweredRound {
  readonly title: string;
  readonly asked: number;
  readonly due: Day;
  readonly curve: Curve;
}

/** A round's curve; a resubmission counts on its own day. */
export function responseCurve(answers: readonly AnswerStanding[]): Curve {
  const days = answers.flatMap(({ state, submittedAt }) =>
    submittedAt === undefined || state === 'waived' ? [] : [dayOfInstant(submittedAt)],
  );
  let total = 0;
  return [...Map.groupBy(days.sort(), (day) => day)].map(([day, own]) => {
    total += own.length;
    return { day, total };
  });
}

/** An earlier round's curve laid over a later one: its due day on the later due day, its share of those asked as hospitals (rounded down) of those asked now. */
export function laidOver(past: AnsweredRound, onto: Pick<AnsweredRound, 'asked' | 'due'>): Curve {
  const shift = daysBetween(past.due, onto.due);
  const scaled = (total: number) => Math.floor((total * onto.asked) / Math.max(past.asked, 1));
  return past.curve.map(({ day, total }) => ({ day: addDays(day, shift), total: scaled(total) }));
}

/** Hospitals that had submitted by the end of a day. */
export const totalAt = (curve: Curve, on: Day): number => curve.findLast(({ day }) => day <= on)?.total ?? 0;
