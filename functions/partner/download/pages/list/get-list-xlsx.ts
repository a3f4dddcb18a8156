import { ErrorPage } from '#functions/components/error-page.tsx';
import { ownOrganisation } from '#functions/partner/own-round.ts';
import { readView, readWeights } from '#functions/partner/pages/list/list-view.ts';
import { narrowList } from '#functions/partner/pages/list/narrow-list.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { formats } from '#functions/workbook/pages/start/formats.ts';
import { sheets } from '#lib/sheets/sheets.ts';
import { chosenAnswers } from '#lib/usecases/chosen-answers.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { facetsOf } from '#lib/usecases/facets.ts';
import { openList } from '#lib/usecases/open-list.ts';
import { listSheets } from './list-sheets.ts';

/** GET …/list/xlsx: the list as the address's weights and filters leave it, whole. */
export async function getListXlsx(request: PageRequest, desk: MatchDesk): Promise<PageResponse> {
  const place = { round: param(request, 'round'), organisation: ownOrganisation(request) };
  const found = await openList(desk, place, ({ rule, own }) => readWeights(request.query, rule, own));
  if (!found.ok) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const opened = found.value;
  const facets = facetsOf(opened.edition, opened.survey);
  const view = readView(request.query, facets, readWeights(request.query, opened.ranking.rule, opened.own));
  const { kept } = await narrowList(desk, opened, view, facets);
  const answers = await chosenAnswers(desk, opened);
  return {
    download: sheets.xlsx(listSheets(opened, { kept, view, facets, answers })),
    type: formats.xlsx.type,
    filename: `一覧_${opened.list.of.name}_${opened.ranking.asOf}.xlsx`,
  };
}
