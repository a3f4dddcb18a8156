import { type AnswerStanding, type AnswerState, isReleasable, isReviewable, owes } from './answer.ts';

/** How far a set of answers is, in hospitals; every figure counts hospitals that reached a stage, so the funnel only narrows. */
export interface Tally {
  /** Asked, without those from whom an answer is no longer needed. */
  readonly asked: number;
  readonly opened: number;
  readonly begun: number;
  readonly submitted: number;
  readonly approved: number;
  /** Submitted and waiting for the prefecture. */
  readonly toReview: number;
  /** Sent back and not yet submitted again. */
  readonly returned: number;
  /** Owes an answer, whether begun, returned or not opened. */
  readonly owing: number;
  readonly waived: number;
  /** What a release would pass on now. */
  readonly releasable: number;
}

const reached = (stages: readonly AnswerState[]) => (answer: AnswerStanding) => stages.includes(answer.state);
const unopened = reached(['unopened', 'waived']);
const unbegun = reached(['unopened', 'opened', 'waived']);

/** Counts answers by stage. */
export function tally(answers: readonly AnswerStanding[]): Tally {
  const count = (counts: (answer: AnswerStanding) => boolean) => answers.filter(counts).length;
  const waived = count(({ state }) => state === 'waived');
  return {
    asked: answers.length - waived,
    opened: count((answer) => !unopened(answer)),
    begun: count((answer) => !unbegun(answer)),
    submitted: count(({ state, revision }) => revision > 0 && state !== 'waived'),
    approved: count(({ state }) => state === 'approved'),
    toReview: count(({ state }) => isReviewable(state)),
    returned: count(({ state }) => state === 'returned'),
    owing: count(({ state }) => owes(state)),
    waived,
    releasable: count(isReleasable),
  };
}

/** Counts by prefecture, two-digit codes in order; prefectures without a hospital asked are left out. */
export function tallyByPrefecture(answers: readonly AnswerStanding[]): ReadonlyMap<string, Tally> {
  const groups = Map.groupBy(answers, ({ prefecture }) => prefecture);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, own]) => [code, tally(own)]));
}
