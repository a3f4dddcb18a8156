import type { Program, SurveyEdition } from '#lib/core/program.ts';
import { KOIKI_SLIDES_R7AUG } from '#lib/reference/publications.ts';
import { enforcementNotice } from './enforcement-notice.ts';
import { surveys } from './surveys.ts';

/** 令和8年度, the first year. */
export const surveysR8: SurveyEdition = {
  id: 'r8',
  label: '令和8年度',
  fiscalYear: 2026,
  notice: enforcementNotice,
  surveys,
};

/** 令和9年度, with the gathering of 魅力・強み. */
export const surveysR9: SurveyEdition = {
  id: 'r9',
  label: '令和9年度',
  fiscalYear: 2027,
  notice: { ...KOIKI_SLIDES_R7AUG, section: '令和9年度の広域連携型プログラムの方向性（案）' },
  surveys,
};

/**
 * 広域連携型プログラム: doctors in training of 医師多数県 spend 24 weeks or more at hospitals of 医師少数県等. Newest edition last.
 * What asking and answering need of it; `program.ts` adds the rules.
 */
export const koikiSurveys: Program<SurveyEdition> = {
  id: 'koiki',
  name: '広域連携型プログラム',
  shortName: '広域連携',
  editions: [surveysR8, surveysR9],
};
