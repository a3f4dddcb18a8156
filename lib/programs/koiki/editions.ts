import type { Edition } from '#lib/core/program.ts';
import { KOIKI_SLIDES_R7AUG } from '#lib/reference/publications.ts';
import { referenceR5 } from '#lib/reference/r5.ts';
import { koikiMatching } from './matching.ts';
import { areasR8, enforcementNotice } from './rules.ts';
import { surveys } from './surveys.ts';

/** 令和8年度, the first year: areas fixed on the figures of 令和5年度. */
export const r8: Edition = {
  id: 'r8',
  label: '令和8年度',
  fiscalYear: 2026,
  notice: enforcementNotice,
  reference: referenceR5,
  areas: areasR8,
  matching: koikiMatching,
  surveys,
};

/** 令和9年度: areas and seats as the year before, with the gathering of 魅力・強み. */
export const r9: Edition = {
  ...r8,
  id: 'r9',
  label: '令和9年度',
  fiscalYear: 2027,
  notice: { ...KOIKI_SLIDES_R7AUG, section: '令和9年度の広域連携型プログラムの方向性（案）' },
};
