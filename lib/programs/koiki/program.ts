import type { Program } from '#lib/core/program.ts';
import { r8, r9 } from './editions.ts';
import { koikiSurveys } from './survey-editions.ts';

/** 広域連携型プログラム with its rules. */
export const koiki: Program = { ...koikiSurveys, editions: [r8, r9] };
