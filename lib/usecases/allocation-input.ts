import { canonicalJson } from '#lib/core/matching/allocation/explain/provenance.ts';
import type { Calendar } from '#lib/core/matching/allocation/free/calendar.ts';
import { type PlanChoices, settlingOf } from '#lib/core/matching/allocation/plan.ts';
import type { AreaClass, QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';
import type { AllocationRule, FactsOf } from '#lib/core/matching/allocation/rule.ts';
import type { PoolColumns } from '#lib/core/matching/rank/pool.ts';
import { NO_SCORE } from '#lib/core/matching/rank/rank-points.ts';
import type { RankedList } from '#lib/core/matching/rank/ranking.ts';
import type { Weights } from '#lib/core/matching/rank/scoring-rule.ts';
import { sha256 } from './digest.ts';
import type { OpenPool } from './open-pool.ts';

/** A released pool as an allocation problem, with what its answers leave unsaid. */
export interface AllocationInput {
  readonly round: QuotaRound;
  readonly calendar: Calendar;
  /** Hospitals that did not say how many; they take no part. */
  readonly silent: { readonly sources: number; readonly hosts: number };
  /** Scored pairs. */
  readonly pairs: number;
  readonly hash: string;
}

/** The choices that an edition makes. */
export const publishedChoices = ({ quotas, tieSeed, tieBy, proposer, ranksBy }: AllocationRule): PlanChoices => ({
  floors: Object.fromEntries(quotas.map(({ prefecture, floor }) => [prefecture, floor])),
  ownCaps: Object.fromEntries(quotas.map(({ prefecture, ownCap }) => [prefecture, ownCap])),
  moreSeats: 0,
  tieSeed,
  tieBy,
  proposer,
  ranksBy,
});

/** Lays out a pool as a round of quotas; pairs are scored as the lists score them, under the published weights where the choices name no others. */
export function allocationInput(
  opened: Omit<OpenPool, 'round'>,
  rule: AllocationRule,
  choices: PlanChoices,
): AllocationInput {
  const { pool } = opened.released;
  const slots = pool.sources.organisation.map((_, row) => rule.slots(factsOf(pool.sources, row)));
  const seats = pool.hosts.organisation.map((_, row) => rule.seats(factsOf(pool.hosts, row)));
  const sources = new Map(
    pool.sources.organisation.map((id, row) => [
      id,
      { pref: pool.sources.prefecture[row] ?? '', slots: slots[row] ?? 0 },
    ]),
  );
  const more = (n: number | null | undefined) => (n ? Math.max(0, n + choices.moreSeats) : 0);
  const hosts = new Map(
    pool.hosts.organisation.map((id, row) => [
      id,
      { pref: pool.hosts.prefecture[row] ?? '', areaClass: classOf(pool.hosts.class[row]), cap: more(seats[row]) },
    ]),
  );
  const prefectures = new Map(
    [...new Set([...Object.keys(choices.floors), ...pool.sources.prefecture])].map((code) => {
      const [floor, ownCap] = [choices.floors[code] ?? 0, choices.ownCaps[code] ?? 0];
      return [code, { limit: 0, floor, ownCap }];
    }),
  );
  const taking = new Set(pool.hosts.organisation.filter((_, row) => (seats[row] ?? 0) > 0));
  const scored = new Map(pool.sources.organisation.map((id) => [id, scoresOf(opened, id, taking, choices.weights)]));
  const by = (of: (points: PairPoints) => number) =>
    new Map([...scored].map(([id, row]) => [id, new Map([...row].map(([host, points]) => [host, of(points)]))]));
  const score = by(({ total }) => total);
  const likes = choices.ranksBy === 'own' ? { source: by(({ source }) => source), host: by(({ host }) => host) } : null;
  const { blocks, length } = rule.stay;
  const calendar: Calendar = {
    blocks,
    length: new Map(pool.sources.organisation.map((id) => [id, length])),
    seats: new Map(
      pool.hosts.organisation.map((id, row) => [
        id,
        rule.blockSeats(factsOf(pool.hosts, row), opened.edition.fiscalYear).map(more),
      ]),
    ),
  };
  const round: QuotaRound = { prefectures, sources, hosts, score, ...(likes && { likes }) };
  return {
    round,
    calendar,
    silent: { sources: unsaid(slots), hosts: unsaid(seats) },
    pairs: [...score.values()].reduce((sum, row) => sum + row.size, 0),
    hash: sha256(canonicalJson(plain({ ...round, calendar, ...settlingOf(choices) }))),
  };
}

const factsOf = ({ facts }: PoolColumns, row: number): FactsOf =>
  Object.fromEntries(Object.entries(facts).map(([field, cells]) => [field, cells[row] ?? null]));

const classOf = (value: number | null | undefined): AreaClass =>
  value === 1 || value === 2 || value === 3 ? value : null;

const unsaid = (said: readonly (number | null)[]): number => said.filter((each) => each === null).length;

/** A pair's points of 1,000: by both directions together, and by each alone. */
interface PairPoints {
  readonly total: number;
  readonly source: number;
  readonly host: number;
}

/** Points of a source's list, without hosts that take no requests, name no seats or of which nothing is known. */
function scoresOf(
  { ranking }: Pick<OpenPool, 'ranking'>,
  source: string,
  taking: ReadonlySet<string>,
  weights?: Weights,
): ReadonlyMap<string, PairPoints> {
  const list = ranking.list('source', source, weights);
  const rows = (list?.partners ?? []).map(({ organisation }, row) => [organisation, row] as const);
  return new Map(
    rows.flatMap(([id, row]) => {
      const total = list?.scores.totals[row] ?? -1;
      return total < 0 || list?.table.closed[row] === 1 || !taking.has(id)
        ? []
        : [[id, { total, ...eachAlone(ranking, list, row) }] as const];
    }),
  );
}

/** Each direction alone, of 1,000; where nothing is known in one, the other stands for both, as in the total. */
function eachAlone({ rule }: OpenPool['ranking'], list: RankedList | undefined, row: number) {
  const [source, host] = [list?.scores.forSource[row] ?? NO_SCORE, list?.scores.forDestination[row] ?? NO_SCORE];
  if (source === NO_SCORE) return { source: host, host };
  if (host === NO_SCORE) return { source, host: source };
  const whole = (points: number, outOf: number) => Math.floor((points * 1000) / outOf);
  return { source: whole(source, rule.outOf['for-source']), host: whole(host, rule.outOf['for-destination']) };
}

/** Maps as objects, all the way down. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
