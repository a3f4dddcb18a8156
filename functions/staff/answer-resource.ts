import { type PageRequest, param } from '#functions/site/request.ts';
import { seen } from '#functions/site/seen.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import type { Resource } from '#lib/core/permission/table.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { readRound } from '#lib/usecases/read-round.ts';

/** The answer named in the address, with the prefecture that it belongs to; undefined when that hospital was not asked, or for who may not see its answer. */
export const answerResource = async (
  request: Pick<PageRequest, 'actor' | 'params'>,
  { table }: Pick<Desk, 'table'>,
): Promise<Resource | undefined> => {
  const answer = await find(table, rows.answer, keys.answer(param(request, 'round'), param(request, 'organisation')));
  if (!answer) return undefined;
  const { round, organisation, prefecture } = answer;
  return seen(request.actor, 'answer.see', { round, organisation, prefecture });
};

/** The same with the office whose round it is, for what that office alone may do. */
export const answerOfRound: typeof answerResource = async (request, desk) => {
  const [answer, round] = await Promise.all([answerResource(request, desk), readRound(desk, param(request, 'round'))]);
  return answer && round && { ...answer, office: ownerOf(round) };
};
