import { documentCookie } from '#functions/site/cookie.ts';
import { param } from '#functions/site/request.ts';
import type { Route } from '#functions/site/site.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import { getReceived, postEnd, postReceivedFile } from './pages/document/received.tsx';
import { getOpen, postOpen } from './pages/open/open.tsx';

type ReceivedRoute = Route<FilesDesk>;

/** The document named in the address, for the organisation whose link was opened. */
const resource: NonNullable<ReceivedRoute['resource']> = (request) => ({
  distribution: param(request, 'document'),
  ...(request.actor.kind === 'addressee' ? { organisation: request.actor.organisation } : {}),
});

/** The cookie in which a path's document is read. */
export const documentCookieOf = (path: string): string => documentCookie(path.split('/')[2] ?? '');

/** The pages on which an organisation reads a document that it was sent, by the link of its mail. */
export const routes: readonly ReceivedRoute[] = [
  { method: 'GET', path: '/d/open', action: 'door.see', page: getOpen },
  { method: 'POST', path: '/d/open', action: 'door.see', page: postOpen },
  { method: 'POST', path: '/d/{document}/end', action: 'session.end', page: postEnd },
  { method: 'GET', path: '/d/{document}', action: 'distribution.read', resource, page: getReceived },
  { method: 'POST', path: '/d/{document}/files/{file}', action: 'distribution.read', resource, page: postReceivedFile },
];
