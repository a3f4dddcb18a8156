import { getCheck } from '#functions/hospital/pages/check/get-check.ts';
import { postSubmit } from '#functions/hospital/pages/check/post-submit.ts';
import { getSection } from '#functions/hospital/pages/section/get-section.ts';
import { postSection } from '#functions/hospital/pages/section/post-section.ts';
import { getSurvey } from '#functions/hospital/pages/survey/get-survey.ts';
import type { Route } from '#functions/site/site.ts';
import { answerResource } from '#functions/staff/answer-resource.ts';
import type { Desk } from '#lib/usecases/desk.ts';

const telephone = '/s/rounds/{round}/answers/{organisation}/telephone';
const hear = { action: 'answer.hear', resource: answerResource } as const;

/** The hospitals' own pages for another actor: a prefecture enters what it heard by telephone, and its name stands on it. */
export const routes: readonly Route<Desk>[] = [
  { method: 'GET', path: telephone, ...hear, page: getSurvey },
  { method: 'GET', path: `${telephone}/sections/{section}`, ...hear, page: getSection },
  { method: 'POST', path: `${telephone}/sections/{section}`, ...hear, page: postSection },
  { method: 'GET', path: `${telephone}/check`, ...hear, page: getCheck },
  { method: 'POST', path: `${telephone}/submit`, ...hear, page: postSubmit },
];
