import { beforeEach, describe, expect, test } from 'vitest';
import { keys } from '#lib/store/keys.ts';
import { extendRound } from '#lib/usecases/extend-round.ts';
import { cancelRound, openRound, releaseRound } from '#lib/usecases/move-round.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import { openedRound } from '#test/functions/staff/open-round.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;
let round: string;

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
});

const stateOf = async () => (await readRound(country.desk, round))?.state;

describe('an open round', () => {
  test('is not opened again, nor given up', async () => {
    const wrong = { ok: false, error: { kind: 'wrong-state', state: 'open' } };
    expect(await openRound(country.desk, ministry, round)).toEqual(wrong);
    expect(await cancelRound(country.desk, ministry, round)).toEqual(wrong);
  });

  test('pressed twice to release orders one job', async () => {
    const first = await releaseRound(country.desk, ministry, round);
    const second = await releaseRound(country.desk, ministry, round);
    expect(first.ok && second.ok && first.value.job === second.value.job).toBe(true);
    expect(await stateOf()).toBe('releasing');
    expect(country.all().filter(({ kind }) => kind === 'release-round')).toHaveLength(1);
  });

  test('keeps an unbroken history of every move', async () => {
    await extendRound(country.desk, ministry, round, '令和9年2月5日');
    await releaseRound(country.desk, ministry, round);
    const { entries, whole } = await auditOf(country.desk, round);
    expect(entries.map(({ act }) => act)).toEqual([
      'round.prepare',
      'round.opening',
      'round.open',
      'round.extend',
      'round.releasing',
    ]);
    expect(whole).toBe(true);
  });

  test('extended to the same day is left as it is; to a day beyond release it is refused', async () => {
    const before = await readRound(country.desk, round);
    expect(await extendRound(country.desk, ministry, round, '2027-01-29')).toEqual({ ok: true, value: before });
    const late = await extendRound(country.desk, ministry, round, '2027-02-12');
    expect(late).toMatchObject({ ok: false, error: { kind: 'problem' } });
  });
});

describe('a round that is prepared', () => {
  beforeEach(async () => {
    await country.desk.table.write({ update: keys.round(round), set: { state: 'preparing' } });
  });

  test('can be given up once and for all', async () => {
    expect((await cancelRound(country.desk, ministry, round)).ok).toBe(true);
    expect((await cancelRound(country.desk, ministry, round)).ok).toBe(true);
    expect(await openRound(country.desk, ministry, round)).toMatchObject({ error: { state: 'cancelled' } });
  });

  test('is not released', async () => {
    expect(await releaseRound(country.desk, ministry, round)).toMatchObject({ error: { state: 'preparing' } });
  });
});

test('a round that is none is not moved', async () => {
  expect(await openRound(country.desk, ministry, 'none')).toEqual({ ok: false, error: { kind: 'no-such-round' } });
});
