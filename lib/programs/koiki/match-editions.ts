import type { MatchEdition, Program } from '#lib/core/program.ts';
import { areaNamesR5 } from '#lib/reference/area-names-r5.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { allocationR8 } from './allocation.ts';
import { CLASSES } from './classes.ts';
import { matchingR8, matchingR9 } from './matching.ts';
import { koikiSurveys, surveysR8, surveysR9 } from './survey-editions.ts';

/** Partners are named and seats tried out alike in both years. */
const rules = {
  allocation: allocationR8,
  places: {
    prefectures: Object.fromEntries(PREFECTURES.map(({ code, name }) => [code, name])),
    areas: areaNamesR5,
    classes: [
      [1, CLASSES[1]],
      [2, CLASSES[2]],
      [3, CLASSES[3]],
    ],
  },
} as const;

/** 令和8年度, with what ranks partners. */
export const matchR8: MatchEdition = { ...surveysR8, ...rules, matching: matchingR8 };

/** 令和9年度, with what ranks partners. */
export const matchR9: MatchEdition = { ...surveysR9, ...rules, matching: matchingR9 };

/** 広域連携型プログラム with what ranks partners; `program.ts` adds the rest. */
export const koikiMatches: Program<MatchEdition> = { ...koikiSurveys, editions: [matchR8, matchR9] };
