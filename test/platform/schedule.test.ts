import { describe, expect, test } from 'vitest';
import { stopsBetween } from '#infra/local/clock-mover.ts';
import { nextFiring } from '#infra/local/schedule/expression.ts';

const next = (expression: string, zone: string, after: string) =>
  new Date(nextFiring(expression, zone, Date.parse(after)) ?? Number.NaN).toISOString();

describe('a schedule', () => {
  test.each([
    ['rate(5 minutes)', 'UTC', '2026-04-01T00:01:00Z', '2026-04-01T00:05:00.000Z'],
    ['rate(1 day)', 'UTC', '2026-04-01T00:00:00Z', '2026-04-02T00:00:00.000Z'],
    ['cron(30 9 * * ? *)', 'Asia/Tokyo', '2026-04-01T00:30:00Z', '2026-04-02T00:30:00.000Z'],
    ['cron(0/15 9-10 ? * MON-FRI *)', 'Asia/Tokyo', '2026-04-03T01:46:00Z', '2026-04-06T00:00:00.000Z'],
    ['cron(0 0 1 JAN ? *)', 'UTC', '2026-04-01T00:00:00Z', '2027-01-01T00:00:00.000Z'],
    ['at(2026-05-01T10:00:00)', 'UTC', '2026-04-01T00:00:00Z', '2026-05-01T10:00:00.000Z'],
  ])('%s in %s after %s fires at %s', (expression, zone, after, expected) => {
    expect(next(expression, zone, after)).toBe(expected);
  });

  test('that is not understood is refused', () => {
    expect(() => nextFiring('every day', 'UTC', 0)).toThrow('every day');
  });
});

test('a move of the clock stops each morning at 09:30 JST and at its end', () => {
  const stops = stopsBetween(Date.parse('2026-04-01T00:30:00Z'), Date.parse('2026-04-03T05:00:00Z'));
  expect(stops.map((stop) => new Date(stop).toISOString())).toEqual([
    '2026-04-02T00:30:00.000Z',
    '2026-04-03T00:30:00.000Z',
    '2026-04-03T05:00:00.000Z',
  ]);
});
