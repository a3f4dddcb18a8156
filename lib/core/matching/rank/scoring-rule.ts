/** Whose wish a criterion speaks for: how well the host suits the source, or the source the host. */
export type Direction = 'for-source' | 'for-destination';

/** One published criterion as people see it. */
export interface CriterionData {
  readonly id: string;
  readonly label: string;
  /** How the points (0–100) come about, in a sentence. */
  readonly help: string;
  readonly direction: Direction;
  /** The ministry's published weight, an integer from 0 to `maxWeight`. */
  readonly weight: number;
}

/** The published way of scoring: all that a page needs to re-rank by itself. */
export interface ScoringRule {
  readonly version: string;
  readonly criteria: readonly CriterionData[];
  readonly maxWeight: number;
  /** Points of each direction; a pair's total is their sum. */
  readonly outOf: Readonly<Record<Direction, number>>;
  /** Percent of the viewer's own weights that must be known; partners below stand after those above. */
  readonly enoughKnown: number;
  /** The order of equal totals, in a sentence. */
  readonly ties: string;
}

/** What matters to one hospital, by criterion id; an absent criterion keeps its published weight. */
export type Weights = Readonly<Record<string, number>>;

/** The weights as they count: the hospital's own where it set them, held to 0–maxWeight and to integers. */
export const weightsOf = (rule: ScoringRule, own: Weights = {}): readonly number[] =>
  rule.criteria.map(({ id, weight }) => {
    const set = own[id];
    return set === undefined || !Number.isFinite(set) ? weight : Math.min(rule.maxWeight, Math.max(0, Math.round(set)));
  });
