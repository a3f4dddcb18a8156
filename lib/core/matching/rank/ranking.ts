import type { MatchingDefinition } from './definition.ts';
import type { Fields, Party, Profile } from './field.ts';
import { mayPartner, tableFiller } from './fill-table.ts';
import { MISSING, type PointsTable } from './points-table.ts';
import type { Pool } from './pool.ts';
import { NO_SCORE, type RankedPoints, rankPoints } from './rank-points.ts';
import { type Pair, type Reason, teller } from './reasons.ts';
import { type Direction, type ScoringRule, type Weights, weightsOf } from './scoring-rule.ts';

/** A pool opened for ranking: lists for either side, the reasons of a pair, and the figures a page needs to re-rank by itself. */
export interface Ranking {
  readonly rule: ScoringRule;
  /** JST day of the release. */
  readonly asOf: string;
  readonly sources: readonly Party[];
  readonly hosts: readonly Party[];
  /** Weights that a source's own answers speak for, where it set none itself; a start for its sliders. */
  suggested(source: string): Weights;
  /** Partners of one hospital, best first; undefined for one that the pool does not hold on that side. */
  list(side: 'source' | 'destination', organisation: string, own?: Weights): RankedList | undefined;
}

/** Every partner that one hospital may have, in order. */
export interface RankedList {
  readonly of: Party;
  readonly length: number;
  /** Lines from one place (0 is the first), so many or all; made when asked for. */
  entries(from?: number, most?: number): readonly Entry[];
  /** The line of one partner, or undefined where it is not in the list. */
  entry(partner: string): Entry | undefined;
  /** What the order was computed from: with `rankPoints`, a page can re-rank at once. Rows as in `partners`. */
  readonly table: PointsTable;
  readonly partners: readonly Party[];
  readonly scores: RankedPoints;
}

/** One line of a list. */
export interface Entry {
  /** From 1. */
  readonly place: number;
  /** Row of the list's table. */
  readonly row: number;
  readonly partner: Party;
  /** Out of 1000; null where nothing is known. */
  readonly total: number | null;
  readonly scores: Readonly<Record<Direction, number | null>>;
  /** Percent of the viewer's weights that the answers cover. */
  readonly known: number;
  readonly standing: 'open' | 'sparse' | 'closed';
  /** Why the partner takes no requests at present. */
  readonly closedBecause: string | null;
  /** One reason for each criterion with a weight, in the rule's order. */
  reasons(): readonly Reason[];
  /** The contributing criteria's words, greatest first, at most so many. */
  headline(most: number): readonly string[];
}

const STANDINGS = ['open', 'sparse', 'closed'] as const;

interface Opened<S extends Fields, H extends Fields> {
  readonly definition: MatchingDefinition<S, H>;
  readonly rule: ScoringRule;
  readonly pool: Pool;
  readonly sources: readonly Profile<S>[];
  readonly hosts: readonly Profile<H>[];
}

/** Opens profiles for ranking. */
export function makeRanking<S extends Fields, H extends Fields>(opened: Opened<S, H>): Ranking {
  const { definition, rule, pool, sources, hosts } = opened;
  const { criteria, words } = definition;
  const width = criteria.length;
  const fill = tableFiller(definition, sources, hosts);
  const tell = teller(criteria, { source: definition.source.fields, host: definition.host.fields }, words, pool);
  const rowOf = {
    source: new Map(sources.map(({ organisation }, row) => [organisation, row])),
    destination: new Map(hosts.map(({ organisation }, row) => [organisation, row])),
  };

  const list = (side: 'source' | 'destination', organisation: string, own?: Weights): RankedList | undefined => {
    const ownRow = rowOf[side].get(organisation);
    const of = ownRow === undefined ? undefined : (side === 'source' ? sources : hosts)[ownRow];
    if (ownRow === undefined || !of) return undefined;
    const others: readonly Party[] = side === 'source' ? hosts : sources;
    const rows = possible(others, (other) => (side === 'source' ? mayPartner(of, other) : mayPartner(other, of)));
    const table = fill(side, ownRow, rows);
    const scores = rankPoints(rule, table, own);
    const weights = weightsOf(rule, own);
    const pairOf = (row: number): Pair<S, H> => {
      const other = rows[row] ?? 0;
      const [sourceRow, hostRow] = side === 'source' ? [ownRow, other] : [other, ownRow];
      const [source, host] = [sources[sourceRow], hosts[hostRow]];
      if (!source || !host) throw new RangeError(`no such row: ${row}`);
      return { source, sourceRow, host, hostRow };
    };
    const reason = (row: number, column: number, pair: Pair<S, H>, contributions: Uint16Array): Reason | undefined => {
      const criterion = criteria[column];
      const weight = weights[column] ?? 0;
      if (!criterion || weight === 0) return undefined;
      const points = table.points[row * width + column] ?? MISSING;
      const known = points !== MISSING;
      return {
        criterion: criterion.id,
        label: criterion.label,
        direction: criterion.direction,
        weight,
        points: known ? points : null,
        contribution: known ? (contributions[column] ?? 0) : null,
        text: tell.text(column, known, pair),
        fields: tell.fields(column, pair),
      };
    };
    const lineOf = (place: number): Entry => {
      const row = scores.order[place] ?? 0;
      const pair = pairOf(row);
      return {
        place: place + 1,
        row,
        partner: side === 'source' ? pair.host : pair.source,
        total: scored(scores.totals[row]),
        scores: { 'for-source': scored(scores.forSource[row]), 'for-destination': scored(scores.forDestination[row]) },
        known: scores.known[row] ?? 0,
        standing: STANDINGS[scores.standing[row] ?? 0] ?? 'open',
        closedBecause: definition.closed(pair.host),
        reasons: () => {
          const contributions = scores.split(row);
          return criteria.flatMap((_, column) => reason(row, column, pair, contributions) ?? []);
        },
        headline: (most) => greatest(scores.split(row), most).map((column) => tell.text(column, true, pair)),
      };
    };
    return {
      of,
      length: rows.length,
      entries: (from = 0, most = rows.length) =>
        Array.from({ length: Math.max(0, Math.min(most, rows.length - from)) }, (_, at) => lineOf(from + at)),
      entry: (partner) => {
        const row = rows.indexOf(rowOf[side === 'source' ? 'destination' : 'source'].get(partner) ?? -1);
        return row < 0 ? undefined : lineOf(scores.order.indexOf(row));
      },
      table,
      get partners() {
        return Array.from(rows, (row) => others[row]).filter((party) => party !== undefined);
      },
      scores,
    };
  };
  const suggested = (organisation: string): Weights => {
    const source = sources[rowOf.source.get(organisation) ?? -1];
    return source ? (definition.wishes?.(source) ?? {}) : {};
  };
  return { rule, asOf: pool.asOf, sources, hosts, list, suggested };
}

const scored = (score: number | undefined): number | null => (score === undefined || score === NO_SCORE ? null : score);

/** Columns with the greatest contributions, none without any, greatest first, the earlier column first among equals. */
function greatest(contributions: Uint16Array, most: number): readonly number[] {
  const found: number[] = [];
  for (let count = 0; count < most; count++) {
    let best = -1;
    for (let column = 0; column < contributions.length; column++) {
      const here = contributions[column] ?? 0;
      if (here > (best < 0 ? 0 : (contributions[best] ?? 0)) && !found.includes(column)) best = column;
    }
    if (best < 0) break;
    found.push(best);
  }
  return found;
}

/** Rows of those that may partner. */
function possible(others: readonly Party[], may: (other: Party) => boolean): Uint16Array {
  const rows = new Uint16Array(others.length);
  let count = 0;
  for (let row = 0; row < others.length; row++) {
    const other = others[row];
    if (other && may(other)) rows[count++] = row;
  }
  return rows.subarray(0, count);
}
