import type { StaffRoute } from '#functions/staff/page.ts';
import type { AreaEdition } from '#lib/core/program.ts';
import { distributionResource, ownDistribution } from './distribution-resource.ts';
import { getDocument } from './pages/document/get-document.tsx';
import { getOpenings } from './pages/document/get-openings.tsx';
import {
  postChase,
  postDiscard,
  postSchedule,
  postSend,
  postUnschedule,
  postWithdraw,
} from './pages/document/post-document.ts';
import { getDocuments } from './pages/documents/get-documents.tsx';
import { getEdit, getNew, postEdit } from './pages/edit/edit.tsx';

const one = '/s/documents/{document}';
const resource = distributionResource;

/** The pages on which offices send documents out and see who has opened them, a line a page. */
export const routes: readonly StaffRoute<AreaEdition>[] = [
  { method: 'GET', path: '/s/documents', action: 'distribution.list', page: getDocuments },
  { method: 'GET', path: '/s/documents/new', action: 'distribution.start', page: getNew },
  { method: 'GET', path: one, action: 'distribution.see', resource, page: getDocument },
  { method: 'GET', path: `${one}/openings`, action: 'distribution.see', resource, page: getOpenings },
  { method: 'GET', path: `${one}/edit`, action: 'distribution.prepare', resource, page: getEdit },
  { method: 'POST', path: `${one}/edit`, action: 'distribution.prepare', resource: ownDistribution, page: postEdit },
  { method: 'POST', path: `${one}/send`, action: 'distribution.send', resource, page: postSend },
  { method: 'POST', path: `${one}/schedule`, action: 'distribution.send', resource, page: postSchedule },
  { method: 'POST', path: `${one}/unschedule`, action: 'distribution.send', resource, page: postUnschedule },
  { method: 'POST', path: `${one}/discard`, action: 'distribution.prepare', resource, page: postDiscard },
  { method: 'POST', path: `${one}/withdraw`, action: 'distribution.withdraw', resource, page: postWithdraw },
  { method: 'POST', path: `${one}/chase`, action: 'distribution.chase', resource, page: postChase },
];
