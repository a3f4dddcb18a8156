import type { Citation } from '../citation.ts';

/** How an edition ranks partners, as data: criteria with published weights, how the two directions are put together, and how ties fall. */
export interface MatchingRule {
  readonly version: string;
  readonly citation: Citation;
}
