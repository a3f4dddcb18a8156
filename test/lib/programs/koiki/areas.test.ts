import { describe, expect, test } from 'vitest';
import { type AreaVerdict, judgeAreas } from '#lib/core/eligibility/judge-areas.ts';
import { judgeHospital } from '#lib/core/eligibility/judge-hospital.ts';
import { judgePair } from '#lib/core/eligibility/judge-pair.ts';
import { areasR8 } from '#lib/programs/koiki/rules.ts';
import { referenceR5 } from '#lib/reference/r5.ts';

const frame = { areas: areasR8, reference: referenceR5 };
const areas = judgeAreas(areasR8, referenceR5);

const listed = (choose: (area: AreaVerdict) => boolean): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...Map.groupBy(areas.filter(choose), ({ prefectureName }) => prefectureName)].map(([prefecture, found]) => [
      prefecture,
      found.map(({ areaName }) => areaName),
    ]),
  );

// Lists as printed: 医師臨床研修部会 資料3「広域連携型プログラムについて」 1. and 2., 2025-08-21.
describe('the printed lists of the scheme', () => {
  test('1. 連携元区域: five prefectures, whole', () => {
    const sources = listed(({ role }) => role === 'source' || role === 'both');
    expect(Object.keys(sources)).toEqual(['東京都', '京都府', '大阪府', '岡山県', '福岡県']);
    for (const [prefecture, found] of Object.entries(sources)) {
      expect(found).toHaveLength(areas.filter(({ prefectureName }) => prefectureName === prefecture).length);
    }
  });

  test('2.① thirteen whole prefectures', () => {
    const whole = listed((area) => area.class === 1);
    expect(Object.keys(whole)).toEqual(
      '青森県 岩手県 秋田県 山形県 福島県 茨城県 群馬県 新潟県 長野県 岐阜県 三重県 山口県 宮崎県'.split(' '),
    );
    for (const [prefecture, found] of Object.entries(whole)) {
      expect(found).toHaveLength(areas.filter(({ prefectureName }) => prefectureName === prefecture).length);
    }
  });

  test('2.② 25 医師少数区域 of six prefectures; none in 富山, 山梨, 広島, 愛媛', () => {
    expect(listed((area) => area.class === 2)).toEqual({
      北海道: '南檜山 北渡島檜山 南空知 北空知 日高 富良野 宗谷 北網 遠紋 釧路 根室'.split(' '),
      宮城県: ['仙南', '大崎・栗原', '石巻・登米・気仙沼'],
      福井県: ['奥越', '丹南'],
      島根県: ['雲南', '大田', '益田'],
      大分県: ['西部'],
      鹿児島県: ['出水', '姶良・伊佐', '曽於', '熊毛', '奄美'],
    });
  });

  test('2.③ seven areas under 300,000 people of four source prefectures; none in 大阪', () => {
    expect(listed((area) => area.class === 3)).toEqual({
      東京都: ['島しょ'],
      京都府: ['丹後', '南丹', '山城南'],
      岡山県: ['高梁・新見', '真庭'],
      福岡県: ['京築'],
    });
  });

  test.each([
    ['西多摩', '380,400'],
    ['南多摩', '1,418,900'],
  ])('%s is left out for its %s people alone', (name, people) => {
    const area = areas.find(({ areaName }) => areaName === name);
    const tests = area?.roles.find(({ role }) => role === 'destination-3')?.tests ?? [];
    expect(tests.filter(({ outcome }) => outcome === 'fail')).toMatchObject([
      { test: 'area-population', value: people, threshold: '300,000', citation: { date: '2025-03-31' } },
    ]);
  });

  test('沖縄 is left out by name alone', () => {
    const source = areas.find(({ prefecture }) => prefecture === '47')?.roles.find(({ side }) => side === 'source');
    expect(source?.tests.filter(({ outcome }) => outcome === 'fail').map(({ test }) => test)).toEqual(['not-okinawa']);
  });

  test('両毛 fails the index although value and threshold print alike, and the sentence says so', () => {
    const tests = areas.find(({ areaName }) => areaName === '両毛')?.roles.flatMap((role) => role.tests) ?? [];
    const index = tests.find(({ test }) => test === 'area-minority');
    expect(index).toMatchObject({ outcome: 'fail', value: '179.3', threshold: '179.3', exact: '179.350' });
    expect(index?.sentence).toContain('公表の内訳から計算すると基準を上回ります');
  });

  test('every test of every verdict names its document, date and paragraph', () => {
    for (const { roles } of areas) {
      for (const { citation } of roles.flatMap(({ tests }) => tests)) {
        expect(citation).toEqual(
          expect.objectContaining({
            document: expect.any(String),
            date: expect.any(String),
            section: expect.any(String),
          }),
        );
      }
    }
  });
});

describe('one hospital', () => {
  test.each([
    [
      'a hospital of 仙台 is no destination though its prefecture is listed',
      { prefecture: '04', area: '0403' },
      'unmet',
      null,
    ],
    ['a hospital of 大崎・栗原 is', { prefecture: '04', area: '0406' }, 'met', 2],
    ['without an area, 宮城 stays to be cleared up', { prefecture: '04' }, 'unresolved', 2],
    ['an area of another prefecture counts as not known', { prefecture: '04', area: '0101' }, 'unresolved', 2],
    ['without an area, 青森 is a destination all the same', { prefecture: '02' }, 'met', 1],
    ['without an area, 富山 is certain: none of its areas qualifies', { prefecture: '16' }, 'unmet', null],
    ['without an area, 大阪 is certain too', { prefecture: '27' }, 'unmet', null],
    ['without an area, 東京 may hold 島しょ', { prefecture: '13' }, 'unresolved', 3],
  ] as const)('%s', (_, hospital, destination, klass) => {
    expect(judgeHospital(frame, hospital)).toMatchObject({ destination, class: klass });
  });

  test('a hospital of 島しょ may send and receive', () => {
    expect(judgeHospital(frame, { prefecture: '13', area: '1313' })).toMatchObject({
      source: 'met',
      destination: 'met',
      class: 3,
      ownPrefectureOnly: true,
    });
  });

  test('a hospital without a programme of its own is no source, and is told that its place would do', () => {
    const verdict = judgeHospital(frame, { prefecture: '27', hasProgramme: false });
    expect(verdict.source).toBe('unmet');
    expect(verdict.why[0]?.text).toBe('大阪府は連携元区域ですが、対象となる種類の病院ではありません。');
  });

  test('the reasons read as sentences, each with its paragraph', () => {
    const { why } = judgeHospital(frame, { prefecture: '02' });
    expect(why.map(({ text }) => text)).toEqual([
      '青森県は連携元区域ではありません。',
      '医師偏在指標は全国 46 位で、上位 3 分の 1（16 位以内）に入りません。',
      '青森県は連携先区域①です。',
      '医師偏在指標は全国 46 位で、下位 3 分の 1（32 位以下）の医師少数県です。',
      '令和5年度募集定員上限に占める採用率が全国平均以下です。',
    ]);
    expect(why.every(({ citation }) => citation.section)).toBe(true);
  });
});

describe('a pair', () => {
  test('class ③ takes doctors of its own prefecture only', () => {
    const islands = { prefecture: '13', area: '1313' };
    expect(judgePair(frame, { prefecture: '13', area: '1301' }, islands)).toMatchObject({ eligible: true, class: 3 });
    expect(judgePair(frame, { prefecture: '27' }, islands)).toEqual({ eligible: false, because: 'other-prefecture' });
  });

  test('the other classes take them from any source, and nobody else', () => {
    expect(judgePair(frame, { prefecture: '27' }, { prefecture: '20' })).toMatchObject({ eligible: true, class: 1 });
    expect(judgePair(frame, { prefecture: '14' }, { prefecture: '20' })).toEqual({
      eligible: false,
      because: 'not-source',
    });
    expect(judgePair(frame, { prefecture: '27' }, { prefecture: '12' })).toEqual({
      eligible: false,
      because: 'not-destination',
    });
  });
});
