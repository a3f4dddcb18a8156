import type { Reason } from '#lib/core/matching/rank/reasons.ts';
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
