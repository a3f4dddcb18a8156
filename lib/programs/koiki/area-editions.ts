import type { AreaEdition, Program } from '#lib/core/program.ts';
import { referenceR5 } from '#lib/reference/r5.ts';
import { areasR8 } from './rules.ts';
import { koikiSurveys, surveysR8, surveysR9 } from './survey-editions.ts';

/** Areas fixed on the figures of 令和5年度, in both years alike. */
const areas = { reference: referenceR5, areas: areasR8 };

/** 令和8年度, with who takes part. */
export const areaR8: AreaEdition = { ...surveysR8, ...areas };

/** 令和9年度, with who takes part: as the year before. */
export const areaR9: AreaEdition = { ...surveysR9, ...areas };

/** 広域連携型プログラム with what decides who takes part; `program.ts` adds the rest. */
export const koikiAreas: Program<AreaEdition> = { ...koikiSurveys, editions: [areaR8, areaR9] };
