import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Entry } from '#lib/core/matching/rank/ranking.ts';
import { askedPartners } from '#lib/usecases/asked-partners.ts';
import { chosenAnswers, type Facet, facetsOf, holdsChoice } from '#lib/usecases/chosen-answers.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { closedFor, type OpenList, openList } from '#lib/usecases/open-list.ts';
import { ownOrganisation } from '../../own-round.ts';
import { listData } from './list-data.ts';
import { ListPage } from './list-page.tsx';
import { type ListView, readView, readWeights } from './list-view.ts';
import { NoListPage } from './no-list-page.tsx';

/** GET …/list: one hospital's ranked list; as JSON, what the page's script re-ranks with. */
export async function getList(request: PageRequest, desk: Desk): Promise<PageResponse> {
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
  const facets = facetsOf(opened.survey.form);
  const view = readView(request.query, facets, readWeights(request.query, opened.ranking.rule, opened.own));
  const kept = await narrowed(desk, opened, view, facets);
  if (request.wantsJson) return { json: listData(opened, kept) };
  const approaches = await askedPartners(desk, opened);
  return { page: ListPage({ request, opened, view, facets, kept, approaches }) };
}

/** The lines that a view's filters keep, in order; answers are read only where one is asked for. */
async function narrowed(
  desk: Desk,
  opened: OpenList,
  view: ListView,
  facets: readonly Facet[],
): Promise<readonly Entry[]> {
  const wanted = facets.flatMap((facet) => {
    const code = view.chosen.get(facet.id);
    return code === undefined ? [] : [{ facet, code }];
  });
  const answers = wanted.length > 0 ? await chosenAnswers(desk, opened) : undefined;
  return opened.list.entries().filter((entry) => {
    const { partner } = entry;
    if (view.prefecture !== '' && partner.prefecture !== view.prefecture) return false;
    if (view.class !== '' && String(partner.class) !== view.class) return false;
    if (view.open && closedFor(opened, entry) !== null) return false;
    const values = answers?.get(partner.organisation) ?? {};
    return wanted.every(({ facet, code }) => holdsChoice(values, facet, code));
  });
}
