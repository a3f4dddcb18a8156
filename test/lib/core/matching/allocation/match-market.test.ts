import { describe, expect, test } from 'vitest';
import { checkMarket, checkRegional } from '#lib/core/matching/allocation/check/checker.ts';
import { matchForReceivers, matchRegional, matchStable } from '#lib/core/matching/allocation/stable/match-market.ts';
import { assignmentIn, everyAssignment, marketIn, regionalMarketIn } from './example-notation.ts';
import { marketExamples, regionalExamples } from './worked-examples.ts';

const text = (assignment: Iterable<readonly [string, string | null]>) => JSON.stringify([...assignment].sort());

describe.each(marketExamples)('$name', (example) => {
  const market = marketIn(example);

  test('the proposer-optimal matching is the published one', () => {
    expect(text(matchStable(market))).toBe(text(assignmentIn(example.forProposers)));
  });

  test('the receiver-optimal matching is the published one', () => {
    expect(text(matchForReceivers(market))).toBe(text(assignmentIn(example.forReceivers)));
  });
});

/** Small enough to try every assignment there is. */
const small = marketExamples.filter((example) => marketIn(example).proposers.size <= 6);

test.each(small)('the checker finds as many stable matchings of $name as were published', (example) => {
  const market = marketIn(example);
  let stable = 0;
  for (const one of everyAssignment(market.proposers)) if (checkMarket(market, one).breaches.length === 0) stable++;
  expect(stable).toBe(example.stable);
});

describe.each(regionalExamples)('$name', (example) => {
  const market = regionalMarketIn(example);

  test('flexible deferred acceptance gives the published matching', () => {
    expect(text(matchRegional(market))).toBe(text(assignmentIn(example.flexible)));
  });

  test('deferred acceptance with targets as seats gives the published matching of the older mechanism', () => {
    const receivers = new Map([...market.receivers].map(([id, r]) => [id, { cap: r.target, prefs: r.prefs }]));
    expect(text(matchStable({ proposers: market.proposers, receivers }))).toBe(
      text(assignmentIn(example.capsAsTargets)),
    );
  });
});

const listed = regionalExamples.filter((example) => example.stable !== null);

test.each(listed)('the checker calls exactly the published matchings of $name stable', (example) => {
  const market = regionalMarketIn(example);
  const stable = [...everyAssignment(market.proposers)]
    .filter((one) => checkRegional(market, one).breaches.length === 0)
    .map(text);
  expect(stable.sort()).toEqual((example.stable ?? []).map((one) => text(assignmentIn(one))).sort());
});
