import { describe, expect, test } from 'vitest';
import { checkCalendar, checkMarket } from '#lib/core/matching/allocation/check/checker.ts';
import { everyAssignment, marketIn } from './example-notation.ts';

/** What is known of models that no mode takes, each worked through with the checker: why they are not offered. */
describe('couples', () => {
  /** The couple a and b goes to h1 and h2 together or nowhere, so it blocks only where both of them would. */
  const market = marketIn({ proposers: 'a: h1\nb: h2\nc: h1 > h2', receivers: 'h1 (1): a > c\nh2 (1): c > b' });

  test('leave no stable matching at all (in the manner of Roth 1984; Klaus & Klijn 2005)', () => {
    const table = [...everyAssignment(market.proposers)]
      .filter((one) => (one.get('a') === null) === (one.get('b') === null))
      .map((one) => ({ one, ...checkMarket(market, one) }))
      .filter(({ breaches }) => breaches.every(({ kind }) => kind === 'blocking-pair'))
      .map(({ one, blocking }) => {
        const pairs = blocking.map(({ proposer, receiver }) => `${proposer} ${receiver}`);
        const couple = ['a h1', 'b h2'].every((pair) => pairs.includes(pair)) ? ['a+b h1+h2'] : [];
        return [[...one.values()].join(' '), ...pairs.filter((pair) => pair.startsWith('c')), ...couple];
      });
    expect(table.sort()).toEqual([
      ['  ', 'c h1', 'c h2', 'a+b h1+h2'],
      ['  h1', 'a+b h1+h2'],
      ['  h2', 'c h1'],
      ['h1 h2 ', 'c h2'],
    ]);
  });
});

describe('free start weeks', () => {
  /** One bed over twelve blocks; x, z and y in the order in which they are wanted, each with its own six blocks. */
  const starts = new Map([
    ['x', 0],
    ['z', 3],
    ['y', 6],
  ]);
  const calendar = {
    blocks: 12,
    length: new Map([...starts.keys()].map((id) => [id, 6])),
    seats: new Map([['bed', new Array(12).fill(1)]]),
  };
  /** Takes whoever is wanted most and still fits, one after the other. */
  const chosenOf = (offered: readonly string[]): string[] => {
    const chosen: string[] = [];
    for (const [id] of starts) {
      const stays = [...chosen, id].map((source) => ({ source, host: 'bed', n: 1, start: starts.get(source) ?? 0 }));
      if (offered.includes(id) && checkCalendar(calendar, stays).length === 0) chosen.push(id);
    }
    return chosen;
  };

  test('make a host take in company whom it refuses alone, which stability forbids (interval-not-substitutable)', () => {
    expect(chosenOf(['z', 'y'])).toEqual(['z']);
    expect(chosenOf(['x', 'z', 'y'])).toEqual(['x', 'y']);
  });
});
