import type { Reason } from '#lib/core/matching/rank/reasons.ts';
import type { Direction } from '#lib/core/matching/rank/scoring-rule.ts';
import type { Side } from '#lib/core/program.ts';

/** Labels of what could not be reckoned, by whose answer is missing. */
export interface Missing {
  readonly partner: readonly string[];
  readonly own: readonly string[];
}

/** What is missing in a pair's reasons, as the hospital on `side` sees it; where both are silent, the partner is named. */
export function missingIn(reasons: readonly Reason[], side: Side): Missing {
  const ownSide = side === 'source' ? 'source' : 'host';
  const missing = reasons.filter(({ points }) => points === null);
  const ownOnly = ({ fields }: Reason) =>
    fields.some((field) => field.side === ownSide && field.answeredOn === null) &&
    fields.every((field) => field.side === ownSide || field.answeredOn !== null);
  return {
    partner: missing.filter((reason) => !ownOnly(reason)).map(({ label }) => label),
    own: missing.filter(ownOnly).map(({ label }) => label),
  };
}

/** The words of what adds most in one direction, greatest first, the rule's order among equals. */
export const strongest = (reasons: readonly Reason[], direction: Direction, most: number): readonly string[] =>
  reasons
    .filter((reason) => reason.direction === direction && (reason.contribution ?? 0) > 0)
    .sort((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0))
    .slice(0, most)
    .map(({ text }) => text);
