import type { Citation } from '../../citation.ts';
import type { Cell } from '../rank/pool.ts';
import type { ProposingSide, RankBasis, TieOrder } from './plan.ts';

/** One hospital's facts as the pool holds them, by field. */
export type FactsOf = Readonly<Record<string, Cell>>;

/** What an edition chooses for the allocation what-if, and how a pool's answers are read for it. */
export interface AllocationRule {
  /** In words that a ministry officer reads; another rule, another version. */
  readonly version: string;
  /** Orders equal scores; 0 is the order of the hospitals' codes. */
  readonly tieSeed: number;
  readonly tieBy: TieOrder;
  readonly proposer: ProposingSide;
  readonly ranksBy: RankBasis;
  readonly quotas: readonly PrefectureChoice[];
  /** People a source wants to send, 人; null where it did not say. */
  readonly slots: (source: FactsOf) => number | null;
  /** People a host takes at a time, 人; null where it did not say. */
  readonly seats: (host: FactsOf) => number | null;
  /** A year of blocks of four weeks, and how many a stay lasts. */
  readonly stay: { readonly blocks: number; readonly length: number };
  /** People a host takes in each block of the fiscal year, 人. */
  readonly blockSeats: (host: FactsOf, fiscalYear: number) => readonly number[];
  /** What the model leaves out or supposes, a sentence each. */
  readonly notes: readonly string[];
}

/** The floor and the own-area cap of one source prefecture, 人, with where each comes from. */
export interface PrefectureChoice {
  readonly prefecture: string;
  readonly floor: number;
  readonly ownCap: number;
  readonly floorFrom: Citation;
  /** How the cap was arrived at, where the document does not print it. */
  readonly ownCapFrom: string;
}
