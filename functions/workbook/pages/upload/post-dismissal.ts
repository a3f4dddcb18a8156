import { ErrorPage } from '#functions/components/error-page.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { dismissReading } from '#lib/usecases/dismiss-reading.ts';
import { findReading } from '#lib/usecases/workbook/find-reading.ts';
import { placeOf } from '../../workbook-view.ts';

/** Takes a questionnaire that was read, or could not be, off the list of those that wait. */
export async function postDismissal(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const place = placeOf(request);
  const job = await findReading(desk, place, param(request, 'upload'));
  if (!job) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  await dismissReading(desk, request.actor, job);
  return { redirect: addresses.workbook(place.round) };
}
