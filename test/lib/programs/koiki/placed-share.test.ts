import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MISSING } from '#lib/core/matching/rank/points-table.ts';
import { placedShare } from '#lib/programs/koiki/placed-share.ts';
import { doctorsIn, placeable, share } from '#lib/programs/koiki/scales.ts';

/** Spans in threes of one hospital, or null where it did not answer. */
const spans = fc.option(
  fc
    .array(fc.tuple(fc.constantFrom(0, 28, 90), fc.constantFrom(167, 180, 195, 364), fc.nat(4)), { maxLength: 4 })
    .map((threes) => threes.flat()),
);
const side = fc.array(spans, { minLength: 1, maxLength: 6 });

const expected = (placed: readonly number[] | null, others: readonly number[] | null): number =>
  placed === null || others === null || doctorsIn(placed) === 0
    ? MISSING
    : share(placeable(placed, others), doctorsIn(placed));

test.each(['source', 'host'] as const)(
  'every cell of a column is the share of one pair, seen from either side: spans of the %s',
  (of) => {
    fc.assert(
      fc.property(side, side, (sources, hosts) => {
        const pair = (source: number, host: number) => {
          const [windows, periods] = [sources[source] ?? null, hosts[host] ?? null];
          return of === 'source' ? expected(windows, periods) : expected(periods, windows);
        };
        const fill = placedShare({
          of,
          sources: (one: (typeof sources)[number]) => one,
          hosts: (one: (typeof hosts)[number]) => one,
        }).open(sources, hosts);
        // Partners in backward order, written into the second of three columns.
        const column = (seenFrom: 'source' | 'destination', own: number, others: number) => {
          const into = new Uint8Array(others * 3);
          fill[seenFrom](
            own,
            Uint16Array.from({ length: others }, (_, at) => others - 1 - at),
            into,
            1,
            3,
          );
          return Array.from({ length: others }, (_, at) => into[3 * (others - 1 - at) + 1]);
        };
        for (const own of [...sources.keys(), ...sources.keys()])
          expect(column('source', own, hosts.length)).toEqual(hosts.map((_, host) => pair(own, host)));
        for (const own of hosts.keys())
          expect(column('destination', own, sources.length)).toEqual(sources.map((_, source) => pair(source, own)));
      }),
    );
  },
);
