import type { MatchingDefinition } from './definition.ts';
import type { Fields, Party, Profile } from './field.ts';
import { hostsTable, mayPartner, sourcesTable } from './fill-table.ts';
import { MISSING, type PointsTable } from './points-table.ts';
import type { Pool, PoolColumns } from './pool.ts';
import { NO_SCORE, type RankedPoints, rankPoints } from './rank-points.ts';
import { type Reason, reasonFields, reasonText } from './reasons.ts';
import { type Direction, type ScoringRule, type Weights, weightsOf } from './scoring-rule.ts';

/** A pool opened for ranking: lists for either side, the reasons of a pair, and the figures a page needs to re-rank by itself. */
export interface Ranking {
  readonly rule: ScoringRule;
  /** JST day of the release. */
  readonly asOf: string;
  readonly sources: readonly Party[];
  readonly hosts: readonly Party[];
  /** Partners of one hospital, best first; undefined for one that the pool does not hold on that side. */
  list(side: 'source' | 'destination', organisation: string, own?: Weights): RankedList | undefined;
}

/** Every partner that one hospital may have, in order. */
export interface RankedList {
  readonly of: Party;
  readonly entries: readonly Entry[];
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
  const sourceRow = new Map(sources.map(({ organisation }, row) => [organisation, row]));
  const hostRow = new Map(hosts.map(({ organisation }, row) => [organisation, row]));
  const list = (side: 'source' | 'destination', organisation: string, own?: Weights): RankedList | undefined => {
    if (side === 'source') {
      const source = sources[sourceRow.get(organisation) ?? -1];
      if (!source) return undefined;
      const partners = hosts.filter((host) => mayPartner(source, host));
      const table = hostsTable(definition, source, partners);
      return ranked(source, partners, table, own, (row) => [source, partners[row]]);
    }
    const host = hosts[hostRow.get(organisation) ?? -1];
    if (!host) return undefined;
    const partners = sources.filter((source) => mayPartner(source, host));
    const table = sourcesTable(definition, host, partners);
    return ranked(host, partners, table, own, (row) => [partners[row], host]);
  };
  const on = (columns: PoolColumns, row: number | undefined) => (field: string) =>
    pool.days[columns.on[field]?.[row ?? -1] ?? -1] ?? null;
  const ranked = (
    of: Party,
    partners: readonly Party[],
    table: PointsTable,
    own: Weights | undefined,
    pair: (row: number) => readonly [Profile<S> | undefined, Profile<H> | undefined],
  ): RankedList => {
    const scores = rankPoints(rule, table, own);
    const weights = weightsOf(rule, own);
    const width = rule.criteria.length;
    const reason = (
      row: number,
      column: number,
      source: Profile<S>,
      host: Profile<H>,
      brief: boolean,
    ): Reason | undefined => {
      const criterion = definition.criteria[column];
      const weight = weights[column] ?? 0;
      if (!criterion || weight === 0) return undefined;
      const points = table.points[row * width + column] ?? MISSING;
      const known = points !== MISSING;
      const answered = {
        source: on(pool.sources, sourceRow.get(source.organisation)),
        host: on(pool.hosts, hostRow.get(host.organisation)),
      };
      return {
        criterion: criterion.id,
        label: criterion.label,
        direction: criterion.direction,
        weight,
        points: known ? points : null,
        contribution: known ? (scores.contributions[row * width + column] ?? 0) : null,
        text: reasonText(criterion, source, host, known, definition.words, answered),
        fields: brief
          ? []
          : reasonFields(criterion, { source: definition.source.fields, host: definition.host.fields }, answered),
      };
    };
    const entries = Array.from(scores.order, (row, place): Entry => {
      const [source, host] = pair(row);
      const partner = partners[row];
      if (!source || !host || !partner) throw new RangeError(`no such row: ${row}`);
      return {
        place: place + 1,
        row,
        partner,
        total: scored(scores.totals[row]),
        scores: { 'for-source': scored(scores.forSource[row]), 'for-destination': scored(scores.forDestination[row]) },
        known: scores.known[row] ?? 0,
        standing: STANDINGS[scores.standing[row] ?? 0] ?? 'open',
        closedBecause: definition.closed(host),
        reasons: () => rule.criteria.flatMap((_, column) => reason(row, column, source, host, false) ?? []),
        headline: (most) =>
          greatest(scores.contributions, row * width, width, most).flatMap(
            (column) => reason(row, column, source, host, true)?.text ?? [],
          ),
      };
    });
    return { of, entries, table, partners, scores };
  };
  return { rule, asOf: pool.asOf, sources, hosts, list };
}

const scored = (score: number | undefined): number | null => (score === undefined || score === NO_SCORE ? null : score);

/** Columns with the greatest contributions, none without any, greatest first, the earlier column first among equals. */
const greatest = (contributions: Uint16Array, base: number, width: number, most: number): readonly number[] =>
  Array.from({ length: width }, (_, column) => column)
    .filter((column) => (contributions[base + column] ?? 0) > 0)
    .sort((a, b) => (contributions[base + b] ?? 0) - (contributions[base + a] ?? 0) || a - b)
    .slice(0, most);
