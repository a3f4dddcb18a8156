import { distribute, scoreOf } from './distribute.ts';
import type { PointsTable } from './points-table.ts';
import { type Direction, type ScoringRule, type Weights, weightsOf } from './scoring-rule.ts';
import { type Columns, knownWeight, weigh, weightedPoints } from './weigh.ts';

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
  /** Rows as in the table; integers that sum exactly to the total. Divided when first asked for. */
  readonly contributions: Uint16Array;
  /** The contributions of one row alone. */
  split(row: number): Uint16Array;
}

/** More partners than this cannot be ordered exactly in one number. */
const MOST = 1 << 14;

/**
 * Scores and orders the partners of one hospital. In each direction the score is the weighted mean of the known points; a
 * missing answer neither adds nor takes away. Where only one direction is known it stands for both. Same input, same output,
 * whatever the order of the rows, as long as lots or ids tell them apart.
 */
export function rankPoints(rule: ScoringRule, table: PointsTable, own?: Weights): RankedPoints {
  const { partners, points, closed, lots } = table;
  if (partners >= MOST) throw new RangeError(`too many partners to rank: ${partners}`);
  const width = rule.criteria.length;
  const { a, b } = own === undefined ? publishedColumns(rule) : bothColumns(rule, own);
  const viewerIsSource = table.side === 'source';
  const viewerWeight = (viewerIsSource ? a : b).weights.reduce((sum, weight) => sum + weight, 0);
  const { order, forSource, forDestination, totals, known, standing } = blank(partners);
  const outOf = { a: rule.outOf['for-source'], b: rule.outOf['for-destination'] };
  const keys = new Float64Array(partners);
  const sumsA = weigh(points, width, partners, a);
  const sumsB = weigh(points, width, partners, b);
  for (let row = 0; row < partners; row++) {
    const sumA = sumsA[row] ?? 0;
    const sumB = sumsB[row] ?? 0;
    const weightA = knownWeight(sumA);
    const weightB = knownWeight(sumB);
    const scoreA = weightA > 0 ? scoreOf(weightedPoints(sumA), weightA, weightB > 0 ? outOf.a : WHOLE) : NO_SCORE;
    const scoreB = weightB > 0 ? scoreOf(weightedPoints(sumB), weightB, weightA > 0 ? outOf.b : WHOLE) : NO_SCORE;
    const sum = Math.max(scoreA, 0) + Math.max(scoreB, 0);
    const silent = weightA + weightB === 0;
    const share = viewerWeight === 0 ? 100 : ((100 * (viewerIsSource ? weightA : weightB)) / viewerWeight) | 0;
    const stands = closed[row] === 1 ? 2 : silent || share < rule.enoughKnown ? 1 : 0;
    forSource[row] = scoreA;
    forDestination[row] = scoreB;
    totals[row] = silent ? NO_SCORE : sum;
    known[row] = share;
    standing[row] = stands;
    // One number orders by standing, total, known share, lot and row: 2 + 10 + 7 + 20 + 14 bits.
    keys[row] = (((stands * 1024 + (WHOLE - sum)) * 128 + (100 - share)) * 1_048_576 + (lots[row] ?? 0)) * MOST + row;
  }
  keys.sort();
  for (let place = 0; place < partners; place++) {
    const key = keys[place] ?? 0;
    order[place] = key - MOST * Math.floor(key / MOST);
  }

  const splitInto = (row: number, into: Uint16Array, base: number): void => {
    const at = row * width;
    const weightA = knownWeight(sumsA[row] ?? 0);
    const weightB = knownWeight(sumsB[row] ?? 0);
    const scoreA = forSource[row] ?? 0;
    const scoreB = forDestination[row] ?? 0;
    if (scoreA > 0) distribute(scoreA, points, at, a, weightA, weightB > 0 ? outOf.a : WHOLE, into, base);
    if (scoreB > 0) distribute(scoreB, points, at, b, weightB, weightA > 0 ? outOf.b : WHOLE, into, base);
  };
  let all: Uint16Array | undefined;
  return {
    order,
    totals,
    forSource,
    forDestination,
    known,
    standing,
    get contributions() {
      if (all) return all;
      all = new Uint16Array(partners * width);
      for (let row = 0; row < partners; row++) splitInto(row, all, row * width);
      return all;
    },
    split(row) {
      const one = new Uint16Array(width);
      splitInto(row, one, 0);
      return one;
    },
  };
}

/** A pair's total is out of this. */
const WHOLE = 1000;

const blank = (partners: number) => ({
  order: new Uint16Array(partners),
  totals: new Int16Array(partners),
  forSource: new Int16Array(partners),
  forDestination: new Int16Array(partners),
  known: new Uint8Array(partners),
  standing: new Uint8Array(partners),
});

interface Both {
  readonly a: Columns;
  readonly b: Columns;
}

const bothColumns = (rule: ScoringRule, own?: Weights): Both => {
  const weights = weightsOf(rule, own);
  return { a: columnsOf(rule, weights, 'for-source'), b: columnsOf(rule, weights, 'for-destination') };
};

/** The columns of each rule's published weights, which are the same in every list of a pool. */
const published = new WeakMap<ScoringRule, Both>();

function publishedColumns(rule: ScoringRule): Both {
  const known = published.get(rule);
  if (known) return known;
  const columns = bothColumns(rule);
  published.set(rule, columns);
  return columns;
}

function columnsOf(rule: ScoringRule, weights: readonly number[], direction: Direction): Columns {
  const columns = rule.criteria.flatMap((criterion, column) =>
    criterion.direction === direction && (weights[column] ?? 0) > 0 ? [column] : [],
  );
  return {
    columns: Uint8Array.from(columns),
    weights: Uint8Array.from(columns, (column) => weights[column] ?? 0),
  };
}
