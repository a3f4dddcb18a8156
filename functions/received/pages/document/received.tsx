import { ErrorPage } from '#functions/components/error-page.tsx';
import { documentCookie, noSessionCookie } from '#functions/site/cookie.ts';
import { param } from '#functions/site/request.ts';
import type { Route } from '#functions/site/site.ts';
import { distributionKeys } from '#lib/store/distribution-keys.ts';
import { find } from '#lib/store/row.ts';
import { distributionRows } from '#lib/usecases/distributions/distribution-rows.ts';
import { openDocumentFile } from '#lib/usecases/distributions/open-document.ts';
import { correctionsOf, readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import { endSession } from '#lib/usecases/sessions.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import { ReceivedPage } from './received-page.tsx';

type Page = Route<FilesDesk>['page'];

const notFound = { page: <ErrorPage kind="not-found" />, status: 404 };

/** Shows a document to whom it was sent; looking at it is recorded nowhere. */
export const getReceived: Page = async ({ actor, csrf, params }, desk) => {
  const distribution = await readDistribution(desk, params.document ?? '');
  if (!distribution || actor.kind !== 'addressee') return notFound;
  const key = distributionKeys.addressee(distribution.id, actor.prefecture, actor.organisation);
  const [addressee, corrections] = await Promise.all([
    find(desk.table, distributionRows.addressee, key),
    correctionsOf(desk, distribution.id),
  ]);
  if (!addressee) return notFound;
  return {
    page: (
      <ReceivedPage
        csrf={csrf}
        name={actor.name}
        distribution={distribution}
        addressee={addressee}
        corrections={corrections}
      />
    ),
  };
};

/** Hands over a file, and records who opened the document first. */
export const postReceivedFile: Page = async (request, desk) => {
  const { actor } = request;
  const distribution = await readDistribution(desk, param(request, 'document'));
  if (!distribution || actor.kind !== 'addressee') return notFound;
  if (distribution.state === 'withdrawn') return { redirect: `/d/${distribution.id}` };
  const wish = { addressee: actor, file: param(request, 'file') };
  const file = await openDocumentFile(desk, actor, distribution, wish);
  return file ? { download: file.bytes, type: file.type, filename: file.name } : notFound;
};

/** Ends the reading of one document on this machine; safe to repeat. */
export const postEnd: Page = async ({ secret, params }, desk) => {
  if (secret !== '') await endSession(desk, secret);
  return { redirect: '/d/open?ended', cookie: noSessionCookie(documentCookie(params.document ?? '')) };
};
