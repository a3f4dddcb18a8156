import type { Edition } from '#lib/core/program.ts';
import { allocationR8 } from './allocation.ts';
import { areaR8, areaR9 } from './area-editions.ts';
import { koikiMatching } from './matching.ts';

/** Partners are ranked and seats tried out alike in both years. */
const rules = { matching: koikiMatching, allocation: allocationR8 };

/** 令和8年度, whole. */
export const r8: Edition = { ...areaR8, ...rules };

/** 令和9年度, whole. */
export const r9: Edition = { ...areaR9, ...rules };
