import { ErrorPage } from '#functions/components/error-page.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { openList } from '#lib/usecases/open-list.ts';
import { readSheet } from '#lib/usecases/read-sheet.ts';
import { ownOrganisation } from '../../own-round.ts';
import { ComparePage } from './compare-page.tsx';
import { readWeights } from './list-view.ts';

/** Hospitals that fit side by side. */
const most = 4;

/** GET …/list/compare?ids=…: up to four partners of one's own list side by side; others are passed over. */
export async function getCompare(request: PageRequest, desk: MatchDesk): Promise<PageResponse> {
  const place = { round: param(request, 'round'), organisation: ownOrganisation(request) };
  const found = await openList(desk, place, ({ rule, own }) => readWeights(request.query, rule, own));
  if (!found.ok) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const opened = found.value;
  const ids = [...new Set(request.query.getAll('ids'))].filter((id) => opened.list.entry(id));
  const sheets = await Promise.all(ids.slice(0, most).map((id) => readSheet(desk, opened, id)));
  return {
    page: ComparePage({
      request,
      opened,
      weights: readWeights(request.query, opened.ranking.rule, opened.own),
      sheets: sheets.filter((sheet) => sheet !== undefined),
      left: Math.max(0, ids.length - most),
    }),
  };
}
