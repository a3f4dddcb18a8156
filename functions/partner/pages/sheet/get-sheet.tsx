import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { askedPartners } from '#lib/usecases/asked-partners.ts';
import type { MatchDesk } from '#lib/usecases/desk.ts';
import { closedFor, openList } from '#lib/usecases/open-list.ts';
import { readSheet } from '#lib/usecases/read-sheet.ts';
import { ownOrganisation } from '../../own-round.ts';
import { readWeights } from '../list/list-view.ts';
import { SheetPage } from './sheet-page.tsx';

/** GET …/list/{destination}: the sheet of one partner of one's own list; any other hospital is not found. */
export const getSheet = (request: PageRequest, desk: MatchDesk): Promise<PageResponse> => sheetWith(request, desk);

/** What was typed into the sheet's form, and what is wrong with it. */
export interface TypedMessage {
  readonly message: string;
  readonly problems: readonly FieldProblem[];
}

/** The sheet as it is, or again with a message that could not be sent. */
export async function sheetWith(request: PageRequest, desk: MatchDesk, typed?: TypedMessage): Promise<PageResponse> {
  const place = { round: param(request, 'round'), organisation: ownOrganisation(request) };
  const partner = param(request, 'destination');
  const found = await openList(desk, place, ({ rule, own }) => readWeights(request.query, rule, own));
  const sheet = found.ok ? await readSheet(desk, found.value, partner) : undefined;
  if (!found.ok || !sheet) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const opened = found.value;
  const approach = (await askedPartners(desk, opened)).get(partner);
  const weights = readWeights(request.query, opened.ranking.rule, opened.own);
  const closed = closedFor(opened, sheet.entry);
  const page = SheetPage({ request, opened, sheet, closed, weights, approach, typed });
  return typed ? { page, status: 422 } : { page };
}
