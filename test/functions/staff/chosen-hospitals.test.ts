import { beforeEach, describe, expect, test } from 'vitest';
import { openRound } from '#lib/usecases/move-round.ts';
import { answersOf } from '#lib/usecases/read-round.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { publishedForm, typedRound } from './own-form.ts';
import { type Visitor, visitor } from './visit.ts';

let country: SmallCountry;
let form: string;
let office: Visitor;
const page = '/s/rounds/new';

beforeEach(async () => {
  country = await smallCountry();
  form = await publishedForm(country, ministry, { title: '臨時', request: 'f' });
  office = await visitor(country, ministry);
});

const typed = (more: Parameters<typeof typedRound>[2]) =>
  typedRound(country, form, {
    asks: 'chosen',
    title: '臨時の調査',
    officeName: '医事課',
    officeTelephone: '03-0000-0000',
    ...more,
  });
const boxes = (html: string) =>
  [...html.matchAll(/<input[^>]*name="organisations"[^>]*>/g)].map(([box]) => [
    /value="(\w+)"/.exec(box)?.[1],
    / checked/.test(box),
  ]);

describe('a round for single hospitals', () => {
  test('finds them by prefecture and by name, and keeps those chosen before', async () => {
    const first = await office.post(page, typed({ act: 'find', 'find-prefecture': '03' }));
    expect([first.status, boxes(first.html)]).toEqual([
      200,
      [
        ['IWATE1', false],
        ['IWATE2', false],
        ['IWATE3', false],
      ],
    ]);
    const then = await office.post(page, typed({ act: 'find', 'find-q': 'ｔｏｋｙｏ２', organisations: ['IWATE2'] }));
    expect(boxes(then.html)).toEqual([
      ['IWATE2', true],
      ['TOKYO2', false],
    ]);
    expect(then.html).toContain('value="臨時の調査"');
  });

  test('shows before sending exactly those, and asks nobody else', async () => {
    const made = await office.post(page, typed({ organisations: ['IWATE2', 'TOKYO2'] }));
    const preview = await office.get(made.location ?? '');
    expect(preview.html).toContain('依頼先の病院と理由（2病院）');
    expect(preview.html).toContain('選んだ病院に依頼します。');
    const round = made.location?.split('/')[3] ?? '';
    await openRound(country.desk, ministry, round);
    await country.runJobs();
    expect((await answersOf(country.desk, round)).map(({ organisation }) => organisation)).toEqual([
      'IWATE2',
      'TOKYO2',
    ]);
  });

  test('asks for no year where no rule of a year says whom it asks: the round stands with the newest', async () => {
    const rounds = () => country.all().filter(({ sk }) => sk === 'ROUND');
    const newest = { program: 'koiki', edition: country.edition.id };
    await office.post(page, typed({ survey: '', organisations: ['IWATE2'] }));
    await office.post(page, typed({ survey: 'koiki/older', asks: 'every', request: 'r2' }));
    expect(rounds()).toMatchObject([newest, newest]);
    const side = await office.post(page, typed({ survey: '', asks: 'source', request: 'r3' }));
    expect([side.status, side.html]).toEqual([
      422,
      expect.stringContaining('どの年度の規則で決めるかを選んでください。'),
    ]);
    expect(rounds()).toHaveLength(2);
  });

  test('says at the field that none is chosen, and that one is not in the register', async () => {
    const none = await office.post(page, typed({}));
    expect([none.status, none.html]).toEqual([422, expect.stringContaining('聞く病院を選んでください。')]);
    expect(none.html).toMatch(/id="organisations"/);
    const strange = await office.post(page, typed({ organisations: ['IWATE1', 'NOWHERE'] }));
    expect([strange.status, strange.html]).toEqual([422, expect.stringContaining('名簿にない病院')]);
    expect(boxes(strange.html)).toEqual([['IWATE1', true]]);
  });
});
