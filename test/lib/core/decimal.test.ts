import { describe, expect, test } from 'vitest';
import {
  ceilExact,
  compareExact,
  exact,
  floorExact,
  parseExact,
  product,
  quotient,
  showExact,
  sum,
} from '#lib/core/decimal.ts';

describe('exact decimals', () => {
  test('compare without rounding', () => {
    expect(compareExact(exact('179.3'), exact('179.30'))).toBe(0);
    expect(compareExact(exact('0.1'), exact('0.10000000000000000001'))).toBe(-1);
    expect(compareExact(sum(exact('0.1'), exact('0.2')), exact('0.3'))).toBe(0);
  });

  test('quotients stay exact: a third of 25,981 times three is 25,981', () => {
    expect(compareExact(product(quotient(exact(25_981), exact(3)), exact(3)), exact(25_981))).toBe(0);
  });

  test('floor and ceiling hold on both sides of zero and on integers', () => {
    expect([floorExact(exact('2.1')), ceilExact(exact('2.1'))]).toEqual([2, 3]);
    expect([floorExact(exact('-2.1')), ceilExact(exact('-2.1'))]).toEqual([-3, -2]);
    expect([floorExact(exact('4.0')), ceilExact(exact('4.0'))]).toEqual([4, 4]);
    expect(ceilExact(exact('-0.5'))).toBe(0);
  });

  test('is shown with halves away from zero', () => {
    expect(showExact(exact('0.05'), 1)).toBe('0.1');
    expect(showExact(exact('-0.05'), 1)).toBe('-0.1');
    expect(showExact(exact('-0.04'), 1)).toBe('0.0');
    expect(showExact(quotient(exact(2), exact(3)), 3)).toBe('0.667');
    expect(showExact(exact('12.5'), 0)).toBe('13');
  });

  test('what is not a plain decimal is not read', () => {
    for (const text of ['', '1e3', '１２', '1,000', '.5', 'NaN']) expect(parseExact(text)).toBeUndefined();
    expect(() => exact(0.1)).toThrow(RangeError);
    expect(() => quotient(exact(1), exact(0))).toThrow(RangeError);
  });
});
