import type { ScoringRule } from '#lib/core/matching/rank/scoring-rule.ts';

/** What the list's script needs to re-rank by itself; rows are those of the list's table. */
export interface RerankData {
  readonly rule: ScoringRule;
  readonly side: 'source' | 'destination';
  /** Points by row and criterion, bytes in base64. */
  readonly points: string;
  readonly closed: readonly number[];
  readonly lots: readonly number[];
  /** Id, name and place of each partner. */
  readonly partners: readonly (readonly [string, string, string])[];
  /** Rows that the filters keep. */
  readonly kept: readonly number[];
}
