import type { ReferenceTables } from '#lib/core/eligibility/rule.ts';
import { areaIndexR5 } from './area-index-r5.ts';
import { hiringR5 } from './hiring-r5.ts';
import { prefectureIndexR5 } from './prefecture-index-r5.ts';

/** The tables of 令和5年度, on which schemes fixed in that year rest for as long as they say so. */
export const referenceR5: ReferenceTables = {
  prefectures: prefectureIndexR5,
  areas: areaIndexR5,
  hiring: hiringR5,
};
