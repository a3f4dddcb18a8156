import { distribute } from './distribute.ts';
import { MISSING, type PointsTable } from './points-table.ts';
import { type Direction, type ScoringRule, type Weights, weightsOf } from './scoring-rule.ts';

/** A direction about which nothing is known has no score. */
export const NO_SCORE = -1;

/** Scores of all partners by row of the table, and the order in which they stand. */
export interface RankedPoints {
  /** Rows, best first. */
  readonly order: Uint16Array;
  /** 0–1000, or NO_SCORE where nothing at all is known. */
  readonly totals: Int16Array;
  readonly forSource: Int16Array;
  readonly forDestination: Int16Array;
  /** Percent of the viewer's own weights that is known. */
  readonly known: Uint8Array;
  /** 0 open, 1 too little known, 2 closed; a higher one stands after every lower one. */
  readonly standing: Uint8Array;
  /** Rows as in the table; integers that sum exactly to the total. */
  readonly contributions: Uint16Array;
}

/** More partners than this cannot be ordered exactly in one number. */
const MOST = 1 << 14;

/**
 * Scores and orders the partners of one hospital. In each direction the score is the weighted mean of the known points; a
 * missing answer neither adds nor takes away. Where only one direction is known it stands for both. Same input, same output,
 * whatever the order of the rows, as long as lots or ids tell them apart.
 */
export function rankPoints(rule: ScoringRule, table: PointsTable, own?: Weights): RankedPoints {
  const { partners, points } = table;
  if (partners >= MOST) throw new RangeError(`too many partners to rank: ${partners}`);
  const weights = Int32Array.from(weightsOf(rule, own));
  const width = weights.length;
  const [a, b] = [columnsOf(rule, weights, 'for-source'), columnsOf(rule, weights, 'for-destination')];
  const whole = rule.outOf['for-source'] + rule.outOf['for-destination'];
  const viewer = table.side === 'source' ? a : b;
  const all = viewer.reduce((sum, column) => sum + (weights[column] ?? 0), 0);
  const result = blank(partners, width);
  const keys = new Float64Array(partners);
  for (let row = 0; row < partners; row++) {
    const base = row * width;
    const known = [knownWeight(points, base, a, weights), knownWeight(points, base, b, weights)] as const;
    const [knowsA, knowsB] = [known[0] > 0, known[1] > 0];
    const outA = knowsB ? rule.outOf['for-source'] : whole;
    const outB = knowsA ? rule.outOf['for-destination'] : whole;
    const scoreA = knowsA ? distribute(points, base, a, weights, outA, known[0], result.contributions) : NO_SCORE;
    const scoreB = knowsB ? distribute(points, base, b, weights, outB, known[1], result.contributions) : NO_SCORE;
    const total = knowsA || knowsB ? Math.max(scoreA, 0) + Math.max(scoreB, 0) : NO_SCORE;
    const share = all === 0 ? 100 : Math.floor((100 * (table.side === 'source' ? known[0] : known[1])) / all);
    const standing = table.closed[row] === 1 ? 2 : share < rule.enoughKnown || total < 0 ? 1 : 0;
    result.forSource[row] = scoreA;
    result.forDestination[row] = scoreB;
    result.totals[row] = total;
    result.known[row] = share;
    result.standing[row] = standing;
    // One number orders by standing, total, known share, lot and row: 2 + 10 + 7 + 20 + 14 bits.
    keys[row] =
      (((standing * 1024 + (1000 - Math.max(total, 0))) * 128 + (100 - share)) * 1048576 + (table.lots[row] ?? 0)) *
        MOST +
      row;
  }
  keys.sort();
  for (let place = 0; place < partners; place++) result.order[place] = (keys[place] ?? 0) % MOST;
  return result;
}

const blank = (partners: number, width: number) => ({
  order: new Uint16Array(partners),
  totals: new Int16Array(partners),
  forSource: new Int16Array(partners),
  forDestination: new Int16Array(partners),
  known: new Uint8Array(partners),
  standing: new Uint8Array(partners),
  contributions: new Uint16Array(partners * width),
});

/** Columns of a direction that count: those with a weight. */
const columnsOf = (rule: ScoringRule, weights: Int32Array, direction: Direction): Uint8Array =>
  Uint8Array.from(
    rule.criteria.flatMap((criterion, column) =>
      criterion.direction === direction && (weights[column] ?? 0) > 0 ? [column] : [],
    ),
  );

function knownWeight(points: Uint8Array, base: number, columns: Uint8Array, weights: Int32Array): number {
  let known = 0;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] ?? 0;
    if (points[base + column] !== MISSING) known += weights[column] ?? 0;
  }
  return known;
}
