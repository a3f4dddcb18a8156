import { type AnswerAddresses, answerAddresses } from '#functions/hospital/addresses.ts';
import { ownOrganisation } from '#functions/hospital/answer-resource.ts';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { type OpenWorkbook, openWorkbook } from '#lib/usecases/workbook/open-workbook.ts';

/** What every page on a hospital's questionnaire is drawn from. */
export interface WorkbookView extends OpenWorkbook {
  readonly actor: Actor;
  readonly csrf: string;
  readonly addresses: AnswerAddresses;
}

/** The signed-in hospital × the round in the address. */
export const placeOf = (request: PageRequest) => ({
  round: param(request, 'round'),
  organisation: ownOrganisation(request),
});

/** Loads the signed-in hospital's answer; undefined when it was not asked. */
export async function workbookView(request: PageRequest, desk: Desk): Promise<WorkbookView | undefined> {
  const place = placeOf(request);
  const opened = await openWorkbook(desk, place);
  if (!opened.ok) return undefined;
  const { actor, csrf } = request;
  return { ...opened.value, actor, csrf, addresses: answerAddresses(actor, place.round, place.organisation) };
}
