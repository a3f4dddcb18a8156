import { ErrorPage } from '#functions/components/error-page.tsx';
import { ownOrganisation } from '#functions/hospital/answer-resource.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { AnsweredFile } from '#lib/core/survey/file-answer.ts';
import { answeredFiles } from '#lib/usecases/answered-files.ts';
import { type FilesDesk, fetchFile } from '#lib/usecases/take-file.ts';

/** A file of one hospital's answer, for the hospital and the offices that may see the answer. */
export async function getAnswerFile(request: PageRequest, desk: FilesDesk): Promise<PageResponse> {
  const organisation = ownOrganisation(request);
  const { working, frozen } = await answeredFiles(desk, param(request, 'round'), organisation);
  return download(desk, organisation, [...working, ...frozen], param(request, 'file'));
}

/** Hands over the file with this id if it is among those that may be read; every other is not found. */
export async function download(
  desk: FilesDesk,
  organisation: string,
  readable: readonly AnsweredFile[],
  id: string,
): Promise<PageResponse> {
  const named = readable.find((file) => file.id === id);
  const file = named && (await fetchFile(desk, organisation, named));
  if (!file) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  return { download: file.bytes, type: file.type, filename: file.name };
}
