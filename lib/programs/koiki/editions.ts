import type { Edition } from '#lib/core/program.ts';
import { areaR8, areaR9 } from './area-editions.ts';
import { matchR8, matchR9 } from './match-editions.ts';

/** 令和8年度, whole. */
export const r8: Edition = { ...areaR8, ...matchR8 };

/** 令和9年度, whole. */
export const r9: Edition = { ...areaR9, ...matchR9 };
