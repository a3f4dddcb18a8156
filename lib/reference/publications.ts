import type { Citation } from '#lib/core/citation.ts';

/** 医師偏在指標 by prefecture and 二次医療圏; the publication names its month only, so the day is the month's first. */
export const MALDISTRIBUTION_R6JAN: Citation = {
  document: '厚生労働省「医師偏在指標関連データ（令和6年1月公表版）」',
  date: '2024-01-01',
};

/** The council's slides on the scheme, with the printed lists of areas and the filings for 令和8年度. */
export const KOIKI_SLIDES_R7AUG: Citation = {
  document: '医道審議会医師分科会医師臨床研修部会 資料3「広域連携型プログラムについて」',
  date: '2025-08-21',
  url: 'https://www.mhlw.go.jp/stf/newpage_61980.html',
};
