import { field, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { confirmUpdate, proposeUpdate, readUpdating, withdrawUpdate } from '#lib/usecases/update-released.ts';
import { saidByTwo } from '../../two-people/said-by-two.ts';
import { UpdatePage } from './update-page.tsx';
import { updateWords } from './update-words.ts';

/** Answers corrected after the release, and the button of whoever's turn it is. */
export const getUpdate: AreaPage = (request, desk) => shown(request, desk);

/** The first of two people asks that what was released be updated. */
export const postProposeUpdate: AreaPage = (request, desk) =>
  pressed(request, desk, proposeUpdate, ({ id }) => `/s/rounds/${id}/update`);

/** The second confirms it, and the update is ordered. */
export const postUpdate: AreaPage = (request, desk) =>
  pressed(request, desk, confirmUpdate, ({ id, job }) =>
    job === undefined ? `/s/rounds/${id}/update` : `/s/jobs/${job}`,
  );

/** Either of them takes back what was asked. */
export const postWithdrawUpdate: AreaPage = async (request, desk) => {
  const id = param(request, 'round');
  await withdrawUpdate(desk, request.actor, id);
  return { redirect: `/s/rounds/${id}/update` };
};

type Turn = Parameters<AreaPage>;

async function pressed(
  request: Turn[0],
  desk: Turn[1],
  act: typeof confirmUpdate,
  next: (round: Round) => string,
): Promise<PageResponse> {
  const said = await saidByTwo(request, updateWords, () =>
    act(desk, request.actor, param(request, 'round'), field(request, 'covers')),
  );
  return typeof said === 'string' ? shown(request, desk, said) : { redirect: next(said) };
}

async function shown(request: Turn[0], desk: Turn[1], message?: string): Promise<PageResponse> {
  const view = await readUpdating(desk, request.actor, param(request, 'round'));
  if (!view) return { redirect: `/s/rounds/${param(request, 'round')}` };
  const problems = message === undefined ? [] : [{ field: 'confirm', message }];
  const page = <UpdatePage viewer={request} view={view} problems={problems} />;
  return message === undefined ? { page } : { page, status: 422 };
}
