import { ErrorPage } from '#functions/components/error-page.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { workbookReadings } from '#lib/usecases/open-readings.ts';
import { placeOf, workbookView } from '../../workbook-view.ts';
import { StartPage } from './start-page.tsx';

/** Shows how to answer in Excel: fetch, fill in, hand in; and what was handed in and waits. */
export async function getStart(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const view = await workbookView(request, desk);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  return { page: StartPage({ view, readings: await workbookReadings(desk, request.actor, placeOf(request)) }) };
}
