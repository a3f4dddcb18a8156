import type { Program, SurveyEdition } from '#lib/core/program.ts';
import { koikiSurveys } from './koiki/survey-editions.ts';

/** Every scheme's surveys, without the rules and tables that answering does not need. */
export const surveyPrograms: readonly Program<SurveyEdition>[] = [koikiSurveys];
