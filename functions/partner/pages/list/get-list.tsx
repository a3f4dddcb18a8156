import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { askedPartners } from '#lib/usecases/asked-partners.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { facetsOf } from '#lib/usecases/facets.ts';
import { openList } from '#lib/usecases/open-list.ts';
import { ownOrganisation } from '../../own-round.ts';
import { listData } from './list-data.ts';
import { ListPage } from './list-page.tsx';
import { readView, readWeights } from './list-view.ts';
import { narrowList } from './narrow-list.ts';
import { NoListPage } from './no-list-page.tsx';

/** GET …/list: one hospital's ranked list; as JSON, what the page's script re-ranks with. */
export async function getList(request: PageRequest, desk: MatchDesk): Promise<PageResponse> {
  const round = param(request, 'round');
  const found = await openList(desk, { round, organisation: ownOrganisation(request) }, ({ rule, own }) =>
    readWeights(request.query, rule, own),
  );
  if (!found.ok) {
    const { kind } = found.error;
    return request.wantsJson
      ? { json: { kind }, status: 404 }
      : { page: NoListPage({ request, round, kind }), status: 404 };
  }
  const opened = found.value;
  const facets = facetsOf(opened.edition, opened.survey);
  const view = readView(request.query, facets, readWeights(request.query, opened.ranking.rule, opened.own));
  const narrowed = await narrowList(desk, opened, view, facets);
  if (request.wantsJson) return { json: listData(opened, narrowed.kept) };
  const approaches = await askedPartners(desk, opened);
  return { page: ListPage({ request, opened, view, facets, narrowed, approaches }) };
}
