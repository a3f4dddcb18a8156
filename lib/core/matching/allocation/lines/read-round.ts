import { ok, type Result, refuse } from '#lib/core/result.ts';
import { atMostOne, ceilOf, type ExactDecimal, exactDecimal, floorOf } from '../exact-decimal.ts';
import type { AreaClass, PrefectureQuota, QuotaRound, RoundHost } from '../round/quota-round.ts';
import { collectProblems, entriesOf, type Problems, readCount, readObject, readText } from './problems.ts';

/** No sum of potentials may pass this: the largest whole number a float holds exactly, with room to spare. */
const EXACT = Number.MAX_SAFE_INTEGER / 16;
const MOST_SLOTS = 1_000_000_000;

/** Reads a quota round, its rates as exact decimals, or says all that is wrong with it. */
export function readRound(input: Readonly<Record<string, unknown>>): Result<QuotaRound, string[]> {
  const problems = collectProblems();
  const prefectures = new Map<string, PrefectureQuota>();
  for (const [id, value] of entriesOf(readObject(input.prefectures, 'prefectures', problems))) {
    const path = `prefectures.${id}`;
    const own = readObject(value, path, problems);
    if (own === null) continue;
    const limit = readCount(own.limit, `${path}.limit`, problems);
    const floorRate = readRate(own.floorRate, `${path}.floorRate`, problems);
    const ownCapRate = readRate(own.ownCapRate, `${path}.ownCapRate`, problems);
    prefectures.set(id, { limit, floor: ceilOf(limit, floorRate), ownCap: floorOf(limit, ownCapRate) });
  }
  const sources = new Map<string, { pref: string; slots: number }>();
  const rawPrefectures = entriesOf(readObject(input.prefectures, 'prefectures', collectProblems()));
  for (const [id, value] of entriesOf(readObject(input.sources, 'sources', problems))) {
    const own = readObject(value, `sources.${id}`, problems);
    if (own === null) continue;
    const pref = readText(own.pref, `sources.${id}.pref`, problems);
    if (typeof own.pref === 'string' && !rawPrefectures.has(pref))
      problems.add(`sources.${id}.pref`, `unknown prefecture ${JSON.stringify(pref)}`);
    sources.set(id, { pref, slots: readCount(own.slots, `sources.${id}.slots`, problems) });
  }
  const hosts = new Map<string, RoundHost>();
  for (const [id, value] of entriesOf(readObject(input.hosts, 'hosts', problems))) {
    const own = readObject(value, `hosts.${id}`, problems);
    if (own === null) continue;
    const pref = readText(own.pref, `hosts.${id}.pref`, problems);
    const areaClass = readClass(own.class, `hosts.${id}.class`, problems);
    hosts.set(id, { pref, areaClass, cap: readCount(own.cap, `hosts.${id}.cap`, problems) });
  }
  const round = { prefectures, sources, hosts, score: readScores(input, problems) };
  checkSize(round, problems);
  return problems.none() ? ok(round) : refuse(problems.list());
}

function readScores(input: Readonly<Record<string, unknown>>, problems: Problems): Map<string, Map<string, number>> {
  const knownSources = entriesOf(readObject(input.sources, 'sources', collectProblems()));
  const knownHosts = entriesOf(readObject(input.hosts, 'hosts', collectProblems()));
  const score = new Map<string, Map<string, number>>();
  for (const [source, value] of entriesOf(readObject(input.score, 'score', problems))) {
    if (!knownSources.has(source)) problems.add(`score.${source}`, `unknown source ${JSON.stringify(source)}`);
    const row = new Map<string, number>();
    for (const [host, points] of entriesOf(readObject(value, `score.${source}`, problems))) {
      const path = `score.${source}.${host}`;
      if (!knownHosts.has(host)) problems.add(path, `unknown host ${JSON.stringify(host)}`);
      if (typeof points === 'number' && Number.isSafeInteger(points)) row.set(host, points === 0 ? 0 : points);
      else problems.add(path, 'must be a whole number');
    }
    score.set(source, row);
  }
  return score;
}

const ZERO: ExactDecimal = { digits: 0n, scale: 0n };

function readRate(value: unknown, path: string, problems: Problems): ExactDecimal {
  const rate = exactDecimal(value);
  if (rate !== null && atMostOne(rate)) return rate;
  problems.add(path, value === undefined ? 'is missing' : 'must be a decimal from 0 to 1, such as 0.05 for 5 percent');
  return ZERO;
}

function readClass(value: unknown, path: string, problems: Problems): AreaClass {
  if (value === 1 || value === 2 || value === 3 || value === null) return value;
  problems.add(path, value === undefined ? 'is missing' : 'must be 1, 2, 3 or null');
  return null;
}

/** Refuses rounds whose totals could not be added exactly. */
function checkSize(round: QuotaRound, problems: Problems): void {
  let slots = 0;
  let largest = 1;
  for (const source of round.sources.values()) slots += source.slots;
  for (const row of round.score.values())
    for (const points of row.values()) largest = Math.max(largest, Math.abs(points));
  if (slots > MOST_SLOTS) problems.add('sources', `slots add up to more than ${MOST_SLOTS}`);
  const nodes = round.prefectures.size * 2 + round.sources.size + round.hosts.size + 2;
  if (largest * Math.max(nodes, slots) > EXACT) problems.add('score', 'is too large to be added exactly');
}
