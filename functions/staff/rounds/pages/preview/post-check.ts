import { param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { checkAddresses } from '#lib/usecases/check-addresses.ts';

/** Orders the check of addresses, and goes back to the page that shows what it finds. */
export const postCheck: AreaPage = async (request, desk) => {
  const round = param(request, 'round');
  await checkAddresses(desk, request.actor, round);
  return { redirect: `/s/rounds/${round}/preview#check` };
};
