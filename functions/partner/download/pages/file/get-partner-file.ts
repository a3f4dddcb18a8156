import { ErrorPage } from '#functions/components/error-page.tsx';
import { download } from '#functions/files/pages/get-answer-file.ts';
import { ownOrganisation } from '#functions/hospital/answer-resource.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { MatchEdition } from '#lib/core/program.ts';
import { openList } from '#lib/usecases/open-list.ts';
import { readSheet } from '#lib/usecases/read-sheet.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';

/** A file on the sheet of a partner in one's own list: only what was released, and only while it may be read there. */
export async function getPartnerFile(request: PageRequest, desk: FilesDesk<MatchEdition>): Promise<PageResponse> {
  const partner = param(request, 'destination');
  const place = { round: param(request, 'round'), organisation: ownOrganisation(request) };
  const found = await openList(desk, place, () => ({}));
  const sheet = found.ok ? await readSheet(desk, found.value, partner) : undefined;
  if (!sheet) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const readable = sheet.parts.flatMap(({ sections }) =>
    sections.flatMap(({ answers }) => answers.flatMap(({ files = [] }) => files)),
  );
  return download(desk, partner, readable, param(request, 'file'));
}
