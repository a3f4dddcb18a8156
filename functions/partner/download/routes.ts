import type { Route } from '#functions/site/site.ts';
import type { MatchEdition } from '#lib/core/program.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import { ownRound } from '../own-round.ts';
import { getPartnerFile } from './pages/file/get-partner-file.ts';
import { getListXlsx } from './pages/list/get-list-xlsx.ts';

/** A hospital's list as a file, and the files of its partners; a function of its own, since ranking together with Excel and S3 is large and seldom needed. */
export const routes: readonly Route<FilesDesk<MatchEdition>>[] = [
  { method: 'GET', path: '/h/rounds/{round}/list/xlsx', action: 'list.see', resource: ownRound, page: getListXlsx },
  {
    method: 'GET',
    path: '/h/rounds/{round}/list/{destination}/files/{file}',
    action: 'sheet.see',
    resource: ownRound,
    page: getPartnerFile,
  },
];
