import type { Citation } from '#lib/core/citation.ts';
import type { AreaRule, Test } from '#lib/core/eligibility/rule.ts';
import { KOIKI_SLIDES_R7AUG } from '#lib/reference/publications.ts';
import { CLASSES } from './classes.ts';
import { enforcementNotice } from './enforcement-notice.ts';

const slides = (section: string): Citation => ({ ...KOIKI_SLIDES_R7AUG, section });

const manyDoctors: Test = {
  id: 'prefecture-top-third',
  field: 'prefecture.rank',
  op: 'at-most',
  value: '16',
  label: '医師多数県',
  words: {
    pass: '医師偏在指標は全国 {value} 位で、上位 3 分の 1（{threshold} 位以内）の医師多数県です。',
    fail: '医師偏在指標は全国 {value} 位で、上位 3 分の 1（{threshold} 位以内）に入りません。',
    unknown: '都道府県の医師偏在指標が登録されていません。',
  },
  citation: enforcementNotice,
};

const fewDoctors: Test = {
  id: 'prefecture-bottom-third',
  field: 'prefecture.rank',
  op: 'at-least',
  value: '32',
  label: '医師少数県',
  words: {
    pass: '医師偏在指標は全国 {value} 位で、下位 3 分の 1（{threshold} 位以下）の医師少数県です。',
    fail: '医師偏在指標は全国 {value} 位で、下位 3 分の 1（{threshold} 位以下）に入りません。',
    unknown: '都道府県の医師偏在指標が登録されていません。',
  },
  citation: enforcementNotice,
};

const belowTop: Test = {
  id: 'prefecture-below-top-third',
  field: 'prefecture.rank',
  op: 'above',
  value: '16',
  label: '医師中程度県',
  words: {
    pass: '医師偏在指標は全国 {value} 位で、上位 3 分の 1（{threshold} 位以内）の医師多数県ではありません。',
    fail: '医師偏在指標は全国 {value} 位の医師多数県で、医師中程度県ではありません。',
    unknown: '都道府県の医師偏在指標が登録されていません。',
  },
  citation: enforcementNotice,
};

const aboveBottom: Test = {
  id: 'prefecture-above-bottom-third',
  field: 'prefecture.rank',
  op: 'below',
  value: '32',
  label: '医師中程度県',
  words: {
    pass: '医師偏在指標は全国 {value} 位で、下位 3 分の 1（{threshold} 位以下）の医師少数県ではありません。',
    fail: '医師偏在指標は全国 {value} 位の医師少数県で、医師中程度県ではありません。',
    unknown: '都道府県の医師偏在指標が登録されていません。',
  },
  citation: enforcementNotice,
};

const hiresAtLeastMean: Test = {
  id: 'hiring-at-least-mean',
  field: 'prefecture.hiring',
  op: 'is',
  value: 'at-least-mean',
  label: '採用率が全国平均以上',
  words: {
    pass: '令和5年度募集定員上限に占める採用率が全国平均以上です。',
    fail: '令和5年度募集定員上限に占める採用率が全国平均に達していません。',
    unknown: '採用率の区分が登録されていません。',
  },
  citation: enforcementNotice,
};

const hiresAtMostMean: Test = {
  id: 'hiring-at-most-mean',
  field: 'prefecture.hiring',
  op: 'is',
  value: 'at-most-mean',
  label: '採用率が全国平均以下',
  words: {
    pass: '令和5年度募集定員上限に占める採用率が全国平均以下です。',
    fail: '令和5年度募集定員上限に占める採用率が全国平均を上回っています。',
    unknown: '採用率の区分が登録されていません。',
  },
  citation: enforcementNotice,
};

const notOkinawa: Test = {
  id: 'not-okinawa',
  field: 'prefecture.code',
  op: 'none-of',
  value: ['47'],
  label: '沖縄県を除く',
  words: {
    pass: '地理的事情などの特殊事情により除かれる県（沖縄県）ではありません。',
    fail: '沖縄県は、地理的事情などの特殊事情を有するため除かれています。',
    unknown: '都道府県が登録されていません。',
  },
  citation: slides('1. 連携元区域（医師多数県）'),
};

const minorityArea: Test = {
  id: 'area-minority',
  field: 'area.index',
  op: 'at-most',
  value: '179.3',
  label: '医師少数区域',
  words: {
    pass: '二次医療圏の医師偏在指標は {value} で、医師少数区域の基準 {threshold} 以下です。',
    fail: '二次医療圏の医師偏在指標は {value} で、医師少数区域の基準 {threshold} を上回ります。',
    unknown: '医師少数区域（医師偏在指標 {threshold} 以下）かどうかは、二次医療圏がわからないため判定できません。',
    even: {
      pass: '二次医療圏の医師偏在指標は表示上 {value} で基準と同じですが、公表の内訳から計算すると基準以下です。',
      fail: '二次医療圏の医師偏在指標は表示上 {value} で基準と同じですが、公表の内訳から計算すると基準を上回ります。',
    },
  },
  citation: enforcementNotice,
};

const under300Thousand: Test = {
  id: 'area-population',
  field: 'area.population',
  op: 'below',
  value: '300000',
  label: '人口30万人未満',
  words: {
    pass: '二次医療圏の人口は {value} 人で、{threshold} 人未満です。',
    fail: '二次医療圏の人口は {value} 人で、{threshold} 人以上のため除かれます。',
    unknown: '人口（{threshold} 人未満）は、二次医療圏がわからないため判定できません。',
  },
  citation: enforcementNotice,
};

const runsProgramme: Test = {
  id: 'runs-programme',
  field: 'hospital.hasProgramme',
  op: 'is',
  value: 'yes',
  label: '基幹型臨床研修病院',
  words: {
    pass: '基幹型臨床研修病院です。',
    fail: '基幹型臨床研修病院ではありません。',
    unknown: '基幹型臨床研修病院かどうかが登録されていません。',
  },
  citation: enforcementNotice,
};

const sourcePrefecture = [manyDoctors, hiresAtLeastMean, notOkinawa] as const;

/** 連携元 and 連携先①②③ as the notification words them, on the indices of 令和5年度; 令和9年度 keeps the frame of 令和8年度. */
export const areasR8: AreaRule = {
  version: 'koiki-areas-r8',
  roles: [
    {
      id: 'source',
      side: 'source',
      class: null,
      label: '連携元区域',
      scope: 'prefecture',
      tests: [...sourcePrefecture, runsProgramme],
      citation: slides('1. 連携元区域（医師多数県）'),
    },
    {
      id: 'destination-1',
      side: 'destination',
      class: 1,
      label: CLASSES[1],
      scope: 'prefecture',
      tests: [fewDoctors, hiresAtMostMean],
      citation: slides('2. 連携先区域（医師少数県等）①'),
    },
    {
      id: 'destination-2',
      side: 'destination',
      class: 2,
      label: CLASSES[2],
      scope: 'area',
      tests: [belowTop, aboveBottom, hiresAtMostMean, minorityArea],
      citation: slides('2. 連携先区域（医師少数県等）②'),
    },
    {
      id: 'destination-3',
      side: 'destination',
      class: 3,
      label: CLASSES[3],
      scope: 'area',
      ownPrefectureOnly: true,
      tests: [...sourcePrefecture, minorityArea, under300Thousand],
      citation: slides('2. 連携先区域（医師少数県等）③'),
    },
  ],
  words: {
    prefecture: { met: '{prefecture}は{label}です。', unmet: '{prefecture}は{label}ではありません。' },
    area: {
      met: '{prefecture}の二次医療圏「{area}」は{label}です。',
      unmet: '{prefecture}の二次医療圏「{area}」は{label}ではありません。',
    },
    otherKind: '{prefecture}は{label}ですが、対象となる種類の病院ではありません。',
    unresolved:
      '{prefecture}では二次医療圏によって異なります。二次医療圏が登録されると、{label}かどうかがわかります（要確認）。',
    noArea: '{prefecture}には{label}に当たる二次医療圏がありません。',
    everyArea: '{prefecture}はすべての二次医療圏が{label}です。',
    ownPrefectureOnly: '{label}の病院が連携できるのは、同じ都府県の連携元病院に限られます。',
  },
};
