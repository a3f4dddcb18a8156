import { ownAnswer } from '#functions/hospital/answer-resource.ts';
import type { Route } from '#functions/site/site.ts';
import { answerResource } from '#functions/staff/answer-resource.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import { getAnswerFile } from './pages/get-answer-file.ts';
import { postFiles } from './pages/post-files.ts';

const section = '/h/rounds/{round}/sections/{section}';

/** What hospitals attach to their answers, in, and out to themselves and the offices. */
export const routes: readonly Route<FilesDesk>[] = [
  { method: 'POST', path: `${section}/files`, action: 'answer.save', resource: ownAnswer, page: postFiles },
  {
    method: 'GET',
    path: `${section}/files`,
    action: 'answer.save',
    resource: ownAnswer,
    page: ({ path }) => ({ redirect: path.replace(/\/files$/, '') }),
  },
  {
    method: 'GET',
    path: '/h/rounds/{round}/files/{file}',
    action: 'answer.see',
    resource: ownAnswer,
    page: getAnswerFile,
  },
  {
    method: 'GET',
    path: '/s/rounds/{round}/answers/{organisation}/files/{file}',
    action: 'answer.review',
    resource: answerResource,
    page: getAnswerFile,
  },
];
