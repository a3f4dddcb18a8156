import type { Edition } from '#lib/core/program.ts';
import { referenceR5 } from '#lib/reference/r5.ts';
import { allocationR8 } from './allocation.ts';
import { koikiMatching } from './matching.ts';
import { areasR8 } from './rules.ts';
import { surveysR8, surveysR9 } from './survey-editions.ts';

/** Areas fixed on the figures of 令和5年度, in both years alike. */
const rules = { reference: referenceR5, areas: areasR8, matching: koikiMatching, allocation: allocationR8 };

/** 令和8年度, whole. */
export const r8: Edition = { ...surveysR8, ...rules };

/** 令和9年度, whole: areas and seats as the year before. */
export const r9: Edition = { ...surveysR9, ...rules };
