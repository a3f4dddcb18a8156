import type { Citation } from '../citation.ts';
import type { Released } from './rank/participant.ts';
import type { Pool } from './rank/pool.ts';
import type { Ranking } from './rank/ranking.ts';
import type { ScoringRule } from './rank/scoring-rule.ts';

/** How an edition ranks partners: the published criteria, and what turns answers into a pool and a pool into lists. Made by `defineMatching`. */
export interface MatchingRule extends ScoringRule {
  readonly citation: Citation;
  /** Packs the answers of both sides into what a release stores; `asOf` (JST day) is the day freshness is counted from. */
  readonly pool: (released: Released) => Pool;
  /** Opens a pool for ranking; throws RangeError on a pool that another version of the rule packed. */
  readonly open: (pool: Pool) => Ranking;
}

export type { DatedAnswer, Participant, Released } from './rank/participant.ts';
