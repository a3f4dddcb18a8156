import { canonicalJson } from '#lib/core/matching/allocation/explain/provenance.ts';
import type { Calendar } from '#lib/core/matching/allocation/free/calendar.ts';
import { type PlanChoices, settlingOf } from '#lib/core/matching/allocation/plan.ts';
import type { AreaClass, QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';
import type { AllocationRule, FactsOf } from '#lib/core/matching/allocation/rule.ts';
import type { PoolColumns } from '#lib/core/matching/rank/pool.ts';
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
export const publishedChoices = ({ quotas, tieSeed, tieBy, proposer }: AllocationRule): PlanChoices => ({
  floors: Object.fromEntries(quotas.map(({ prefecture, floor }) => [prefecture, floor])),
  ownCaps: Object.fromEntries(quotas.map(({ prefecture, ownCap }) => [prefecture, ownCap])),
  moreSeats: 0,
  tieSeed,
  tieBy,
  proposer,
});

/** Lays out a pool as a round of quotas; pairs are scored as the lists score them, under the published weights where the choices name no others. */
export function allocationInput(opened: OpenPool, rule: AllocationRule, choices: PlanChoices): AllocationInput {
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
  const score = new Map(pool.sources.organisation.map((id) => [id, scoresOf(opened, id, taking, choices.weights)]));
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
  const round = { prefectures, sources, hosts, score };
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

/** Totals of a source's list, without hosts that take no requests, name no seats or of which nothing is known. */
function scoresOf(
  { ranking }: OpenPool,
  source: string,
  taking: ReadonlySet<string>,
  weights?: Weights,
): ReadonlyMap<string, number> {
  const list = ranking.list('source', source, weights);
  const rows = (list?.partners ?? []).map(({ organisation }, row) => [organisation, row] as const);
  return new Map(
    rows.flatMap(([id, row]) => {
      const total = list?.scores.totals[row] ?? -1;
      return total < 0 || list?.table.closed[row] === 1 || !taking.has(id) ? [] : [[id, total] as const];
    }),
  );
}

/** Maps as objects, all the way down. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
