import { param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { cancelRound } from '#lib/usecases/move-round.ts';

export const postCancel: AreaPage = async (request, desk) => {
  const cancelled = await cancelRound(desk, request.actor, param(request, 'round'));
  return { redirect: cancelled.ok ? '/s/rounds' : `/s/rounds/${param(request, 'round')}` };
};
