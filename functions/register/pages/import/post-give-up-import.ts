import { param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { giveUpImport } from '#lib/usecases/prepare-import.ts';

export const postGiveUpImport: AreaPage = async (request, desk) => {
  const job = await giveUpImport(desk, param(request, 'job'));
  return { redirect: job?.state === 'running' ? `/s/jobs/${job.id}` : '/s/organisations' };
};
