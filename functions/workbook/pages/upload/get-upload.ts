import { ErrorPage } from '#functions/components/error-page.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { findReading } from '#lib/usecases/workbook/find-reading.ts';
import { readUpload } from '#lib/usecases/workbook/read-upload.ts';
import { placeOf, workbookView } from '../../workbook-view.ts';
import { StartPage } from '../start/start-page.tsx';
import { ReadingPage } from './reading-page.tsx';
import { uploadResponse } from './upload-response.ts';

/** Shows what an uploaded questionnaire would change, or what it changed; before that, that it is being read, or why it was not. */
export async function getUpload(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const place = placeOf(request);
  const id = param(request, 'upload');
  const [view, job] = await Promise.all([workbookView(request, desk), findReading(desk, place, id)]);
  if (!view || !job) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  if (job.state === 'running') return { page: ReadingPage({ view, job, asOf: desk.world.now() }) };
  const problems = (job.outcome ?? []).map((message) => ({ field: 'file', message }));
  if (job.state === 'failed') return { page: StartPage({ view, problems }) };
  const upload = await readUpload(desk, place, id);
  return upload ? uploadResponse(view, upload) : { redirect: addresses.workbook(place.round) };
}
