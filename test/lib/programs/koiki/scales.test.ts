import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeable, placesDigits, placesIn, supervision, supervisionDigits } from '#lib/programs/koiki/scales.ts';

const least = 24 * 7;

/** Spans in threes: first day, last day, doctors; few days, so that some are alike. */
const spans = fc
  .array(fc.tuple(fc.constantFrom(0, 28, 90), fc.constantFrom(167, 180, 195, 364), fc.nat(4)), { maxLength: 5 })
  .map((threes) => threes.flat());

/** Rows in threes: department, supervisors, doctors; a department may stand in several, and -1 is an empty cell. */
const teaching = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: -1, max: 9 }), fc.integer({ min: -1, max: 40 })), { maxLength: 8 })
  .map((threes) => threes.flat());
const wanted = fc.option(fc.integer({ min: 1, max: 63 }));

const threesOf = (flat: readonly number[]) =>
  Array.from({ length: flat.length / 3 }, (_, at) => flat.slice(3 * at, 3 * at + 3));

test('of each span, as many doctors are placed as the best span that overlaps it for 24 weeks has places', () => {
  fc.assert(
    fc.property(spans, spans, (windows, periods) => {
      const placed = threesOf(windows).map(([from = 0, to = 0, doctors = 0]) =>
        Math.min(
          doctors,
          Math.max(
            0,
            ...threesOf(periods)
              .filter(([begins = 0, ends = 0]) => Math.min(to, ends) - Math.max(from, begins) + 1 >= least)
              .map(([, , places = 0]) => places),
          ),
        ),
      );
      expect(placeable(windows, periods)).toBe(placed.reduce((sum, each) => sum + each, 0));
    }),
  );
});

test('supervisors and places of the wanted departments are those of their rows, however often a department stands there', () => {
  fc.assert(
    fc.property(teaching, wanted, (rows, mask) => {
      const counted = threesOf(rows).filter(([department = 0]) => mask === null || ((mask >> department) & 1) === 1);
      const told = counted.map(([, supervisors = -1]) => supervisors).filter((number) => number >= 0);
      const covered = told.reduce((sum, number) => sum + Math.min(3, number), 0);
      expect(supervision(mask, supervisionDigits(rows))).toBe(
        told.length === 0 ? null : Math.floor((100 * covered) / (3 * told.length)),
      );
      expect(placesIn(mask, placesDigits(rows))).toBe(
        counted.reduce((sum, [, , doctors = -1]) => sum + Math.max(0, doctors), 0),
      );
    }),
  );
});
