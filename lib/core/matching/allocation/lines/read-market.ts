import { ok, type Result, refuse } from '#lib/core/result.ts';
import { collectProblems, entriesOf, type Problems, readCount, readIds, readObject, readText } from './problems.ts';

/** Proposers and receivers with their strict lists, by id; a side that does not list the other makes the pair unacceptable. */
export type Market = {
  readonly proposers: ReadonlyMap<string, readonly string[]>;
  readonly receivers: ReadonlyMap<string, { readonly cap: number; readonly prefs: readonly string[] }>;
};

/** A market whose receivers lie in regions with caps, 人; `order` is the turn-taking for seats above target. */
export type RegionalMarket = {
  readonly proposers: Market['proposers'];
  readonly receivers: ReadonlyMap<string, RegionalReceiver>;
  readonly regions: ReadonlyMap<string, { readonly cap: number; readonly order: readonly string[] }>;
};

/** A receiver with its seats, the seats it fills before turn-taking begins, and its region. */
export type RegionalReceiver = {
  readonly cap: number;
  readonly prefs: readonly string[];
  readonly target: number;
  readonly region: string;
};

/** Reads a market, or says all that is wrong with it. */
export function readMarket(input: Readonly<Record<string, unknown>>): Result<Market, string[]> {
  const problems = collectProblems();
  const market = { proposers: readProposers(input, problems), receivers: readReceivers(input, problems) };
  return problems.none() ? ok(market) : refuse(problems.list());
}

/** Reads a regional market, or says all that is wrong with it. */
export function readRegionalMarket(input: Readonly<Record<string, unknown>>): Result<RegionalMarket, string[]> {
  const problems = collectProblems();
  const proposers = readProposers(input, problems);
  const plain = readReceivers(input, problems);
  const raw = entriesOf(readObject(input.receivers, 'receivers', collectProblems()));
  const rawRegions = entriesOf(readObject(input.regions, 'regions', problems));
  const receivers = new Map<string, RegionalReceiver>();
  const sums = new Map<string, number>();
  for (const [id, { cap, prefs }] of plain) {
    const path = `receivers.${id}`;
    const own = readObject(raw.get(id), path, collectProblems()) ?? {};
    const target = readCount(own.target, `${path}.target`, problems);
    const region = readText(own.region, `${path}.region`, problems);
    if (typeof own.region === 'string' && !rawRegions.has(region))
      problems.add(`${path}.region`, `unknown region ${JSON.stringify(region)}`);
    receivers.set(id, { cap, prefs, target, region });
    sums.set(region, (sums.get(region) ?? 0) + Math.min(target, cap));
  }
  const regions = new Map<string, { cap: number; order: readonly string[] }>();
  for (const [id, value] of rawRegions) {
    const own = readObject(value, `regions.${id}`, problems);
    if (own === null) continue;
    const cap = readCount(own.cap, `regions.${id}.cap`, problems);
    const order = readIds(own.order, `regions.${id}.order`, receivers, 'receiver', problems);
    checkOrder(id, order, receivers, problems);
    if ((sums.get(id) ?? 0) > cap)
      problems.add(
        `regions.${id}.cap`,
        `the targets of the region add up to ${sums.get(id)}, more than its cap ${cap}`,
      );
    regions.set(id, { cap, order });
  }
  return problems.none() ? ok({ proposers, receivers, regions }) : refuse(problems.list());
}

function checkOrder(
  region: string,
  order: readonly string[],
  receivers: ReadonlyMap<string, RegionalReceiver>,
  problems: Problems,
) {
  const listed = new Set(order);
  for (const id of listed) {
    if (receivers.get(id)?.region !== region)
      problems.add(`regions.${region}.order`, `receiver ${JSON.stringify(id)} lies in another region`);
  }
  for (const [id, receiver] of receivers) {
    if (receiver.region === region && !listed.has(id))
      problems.add(`regions.${region}.order`, `lacks receiver ${JSON.stringify(id)} of the region`);
  }
}

function readProposers(input: Readonly<Record<string, unknown>>, problems: Problems): Map<string, readonly string[]> {
  const known = entriesOf(readObject(input.receivers, 'receivers', collectProblems()));
  const proposers = new Map<string, readonly string[]>();
  for (const [id, list] of entriesOf(readObject(input.proposers, 'proposers', problems)))
    proposers.set(id, readIds(list, `proposers.${id}`, known, 'receiver', problems));
  return proposers;
}

function readReceivers(input: Readonly<Record<string, unknown>>, problems: Problems) {
  const known = entriesOf(readObject(input.proposers, 'proposers', collectProblems()));
  const receivers = new Map<string, { cap: number; prefs: readonly string[] }>();
  for (const [id, value] of entriesOf(readObject(input.receivers, 'receivers', problems))) {
    const own = readObject(value, `receivers.${id}`, problems);
    if (own === null) continue;
    const cap = readCount(own.cap, `receivers.${id}.cap`, problems);
    const prefs = readIds(own.prefs, `receivers.${id}.prefs`, known, 'proposer', problems);
    receivers.set(id, { cap, prefs });
  }
  return receivers;
}
