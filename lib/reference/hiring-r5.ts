import type { HiringFigures, ReferenceTable } from '#lib/core/eligibility/rule.ts';
import { PREFECTURES } from './prefectures.ts';
import { KOIKI_SLIDES_R7AUG } from './publications.ts';

const NOT_BELOW_MEAN = new Set([
  ...['13', '26', '27', '33', '40', '47'],
  ...['11', '12', '22'],
  ...['09', '14', '23', '25', '28'],
]);

/**
 * 令和5年度募集定員上限に占める採用率 against the national mean, one flag a prefecture. The ratios are not published: the flags
 * are read back from the printed lists. 医師多数県 at or above: the five 連携元 and 沖縄県 (listed only as excepted);
 * 医師少数県 above: 埼玉, 千葉, 静岡 (the only ones not on list ①); 医師中程度県 above: 栃木, 神奈川, 愛知, 滋賀, 兵庫
 * (neither on list ② nor in its note). Whether a prefecture lies exactly on the mean cannot be told.
 */
export const hiringR5: ReferenceTable<HiringFigures> = {
  id: 'hiring-r5',
  title: '令和5年度募集定員上限に占める採用率（全国平均との比較）',
  note: '採用率の値は公表されていないため、公表された連携元区域・連携先区域の一覧から逆に導いた区分です。',
  publication: KOIKI_SLIDES_R7AUG,
  validFrom: '2025-03-31',
  rows: PREFECTURES.map(({ code }) => ({
    prefecture: code,
    hiring: NOT_BELOW_MEAN.has(code) ? 'at-least-mean' : 'at-most-mean',
  })),
};
