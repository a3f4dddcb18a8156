import { ErrorPage } from '#functions/components/error-page.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import { officeOf } from '#lib/core/permission/actor.ts';
import { fetchDocumentFile } from '#lib/usecases/distributions/attach-file.ts';
import { openDocumentFile } from '#lib/usecases/distributions/open-document.ts';
import { addresseesOf, readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import type { FilesPage } from '../files-route.ts';

const notFound = { page: ErrorPage({ kind: 'not-found' }), status: 404 };

/** A file for whoever may see the document's page, once it is withdrawn for its own office alone; nothing is recorded. */
export const getFile: FilesPage = async (request, desk) => {
  const found = await readDistribution(desk, param(request, 'document'));
  const shown = found?.state !== 'withdrawn' || found.office === officeOf(request.actor);
  const file = found && shown && (await fetchDocumentFile(desk, found, param(request, 'file')));
  return file ? { download: file.bytes, type: file.type, filename: file.name } : notFound;
};

/** A file for the office that the document was sent to: recorded as opened by it. */
export const postFile: FilesPage = async (request, desk) => {
  const found = await readDistribution(desk, param(request, 'document'));
  const addressee = found && (await ownAddressee(request, desk, found.id));
  const wish = addressee && { addressee, file: param(request, 'file') };
  const file = found && wish && (await openDocumentFile(desk, request.actor, found, wish));
  return file ? { download: file.bytes, type: file.type, filename: file.name } : notFound;
};

async function ownAddressee({ actor }: PageRequest, desk: FilesDesk, id: string) {
  if (actor.kind !== 'prefecture') return undefined;
  return (await addresseesOf(desk, id, actor.prefecture)).find(({ kind }) => kind === 'prefecture');
}
