import { ErrorPage } from '#functions/components/error-page.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { readUpload } from '#lib/usecases/workbook/read-upload.ts';
import { placeOf, workbookView } from '../../workbook-view.ts';
import { uploadResponse } from './upload-response.ts';

/** Shows what an uploaded questionnaire would change, or what it changed. */
export async function getUpload(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const place = placeOf(request);
  const [view, upload] = await Promise.all([
    workbookView(request, desk),
    readUpload(desk, place, param(request, 'upload')),
  ]);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  return upload ? uploadResponse(view, upload) : { redirect: addresses.workbook(place.round) };
}
