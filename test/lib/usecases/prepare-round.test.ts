import { beforeEach, describe, expect, test } from 'vitest';
import { type PrepareWish, prepareRound } from '#lib/usecases/prepare-round.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;

beforeEach(async () => {
  country = await smallCountry();
});

const wish = (more: Partial<PrepareWish> = {}): PrepareWish => ({
  program: 'koiki',
  edition: country.edition.id,
  survey: 'small',
  title: '受入調査',
  due: '2027-01-29',
  release: '2027-02-12',
  ladder: ['-7'],
  officeName: '医事課',
  officeTelephone: '03-0000-0000',
  request: 'press1',
  ...more,
});

describe('preparing a round', () => {
  test('lays it down with the form’s version and its first audit entry, and sends nothing', async () => {
    const made = await prepareRound(country.desk, ministry, wish());
    expect(made).toMatchObject({
      ok: true,
      value: { state: 'preparing', form: { id: 'small', version: 1 }, asked: 0 },
    });
    expect(
      country
        .all()
        .map(({ pk }) => pk.split('#')[0])
        .filter((kind) => kind !== 'ORG'),
    ).toEqual(['RND', 'AUD']);
  });

  test('pressed twice gives the first round, even where other words were typed the second time', async () => {
    const first = await prepareRound(country.desk, ministry, wish());
    const second = await prepareRound(country.desk, ministry, wish({ title: '別の名前' }));
    expect(second).toEqual(first);
  });

  test('names everything that is wrong at once, an unknown survey too', async () => {
    const refused = await prepareRound(country.desk, ministry, wish({ survey: 'none', title: '', due: 'x' }));
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'problems', noSurvey: true, problems: [{ field: 'title' }, { field: 'due' }] },
    });
  });

  test('takes no request id that could reach into another key', async () => {
    for (const request of ['', 'a#b', '../x', 'A'.repeat(40)]) {
      const refused = await prepareRound(country.desk, ministry, wish({ request }));
      expect(refused).toEqual({ ok: false, error: { kind: 'bad-request' } });
    }
  });
});
