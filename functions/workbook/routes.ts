import { ownAnswer } from '#functions/hospital/answer-resource.ts';
import type { Route } from '#functions/site/site.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { getQuestionnaire } from './pages/start/get-questionnaire.ts';
import { getStart } from './pages/start/get-start.ts';
import { postWorkbook } from './pages/start/post-workbook.ts';
import { getUpload } from './pages/upload/get-upload.ts';
import { postDismissal } from './pages/upload/post-dismissal.ts';
import { postUpload } from './pages/upload/post-upload.ts';

const start = '/h/rounds/{round}/workbook';
const see = { action: 'answer.see', resource: ownAnswer } as const;
const save = { action: 'answer.save', resource: ownAnswer } as const;

/** A hospital's questionnaire as a file, there and back; a function of its own, since what writes Excel is large and seldom needed. */
export const routes: readonly Route<Desk>[] = [
  { method: 'GET', path: start, ...see, page: getStart },
  { method: 'POST', path: start, ...save, page: postWorkbook },
  { method: 'GET', path: `${start}/questionnaire/{format}`, ...see, page: getQuestionnaire },
  { method: 'GET', path: `${start}/uploads/{upload}`, ...see, page: getUpload },
  { method: 'POST', path: `${start}/uploads/{upload}`, ...save, page: postUpload },
  { method: 'POST', path: `${start}/uploads/{upload}/dismiss`, ...save, page: postDismissal },
];
