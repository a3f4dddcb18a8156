import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distribute, scoreOf } from '#lib/core/matching/rank/distribute.ts';
import { MISSING } from '#lib/core/matching/rank/points-table.ts';

const direction = fc.array(
  fc.record({
    points: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(MISSING)),
    weight: fc.integer({ min: 1, max: 10 }),
  }),
  {
    minLength: 1,
    maxLength: 24,
  },
);

function split(criteria: readonly { points: number; weight: number }[], outOf: number) {
  const contributions = new Uint16Array(criteria.length);
  const known = criteria.filter(({ points }) => points !== MISSING);
  const weight = known.reduce((sum, each) => sum + each.weight, 0);
  const points = Uint8Array.from(criteria, ({ points }) => points);
  const columns = {
    columns: Uint8Array.from(criteria.keys()),
    weights: Uint8Array.from(criteria, ({ weight }) => weight),
  };
  const score = scoreOf(
    known.reduce((sum, each) => sum + each.points * each.weight, 0),
    weight,
    outOf,
  );
  distribute(score, points, 0, columns, weight, outOf, contributions, 0);
  return { score, contributions: [...contributions], known, weight };
}

describe('splitting a score over its criteria', () => {
  test('contributions are whole, sum exactly to the score, and none strays a point from its share', () => {
    fc.assert(
      fc.property(direction, fc.constantFrom(400, 600, 1000), (criteria, outOf) => {
        fc.pre(criteria.some(({ points }) => points !== MISSING));
        const { score, contributions, weight } = split(criteria, outOf);
        expect(contributions.reduce((sum, each) => sum + each, 0)).toBe(score);
        for (const [index, each] of criteria.entries()) {
          const share = each.points === MISSING ? 0 : (outOf * each.weight * each.points) / (100 * weight);
          expect(Math.abs((contributions[index] ?? 0) - share)).toBeLessThan(1);
        }
      }),
    );
  });

  test('full points everywhere give the whole, none give nothing', () => {
    expect(
      split(
        [
          { points: 100, weight: 7 },
          { points: 100, weight: 3 },
          { points: 100, weight: 1 },
        ],
        1000,
      ).score,
    ).toBe(1000);
    expect(
      split(
        [
          { points: 0, weight: 7 },
          { points: 0, weight: 3 },
        ],
        1000,
      ),
    ).toMatchObject({ score: 0, contributions: [0, 0] });
  });

  test('a point left over goes to the largest remainder, the earlier criterion first among equals', () => {
    expect(
      split(
        [
          { points: 50, weight: 1 },
          { points: 50, weight: 1 },
          { points: 50, weight: 1 },
        ],
        1000,
      ).contributions,
    ).toEqual([167, 167, 166]);
  });

  test('what is missing leaves the mean of the others as it is', () => {
    const without = split([{ points: 80, weight: 5 }], 1000);
    expect(
      split(
        [
          { points: 80, weight: 5 },
          { points: MISSING, weight: 5 },
        ],
        1000,
      ).score,
    ).toBe(without.score);
    expect(
      split(
        [
          { points: 80, weight: 5 },
          { points: 0, weight: 5 },
        ],
        1000,
      ).score,
    ).toBeLessThan(without.score);
  });
});
