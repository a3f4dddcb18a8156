import { param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { startImport } from '#lib/usecases/prepare-import.ts';

export const postApplyImport: AreaPage = async (request, desk) => {
  const job = await startImport(desk, request.actor, param(request, 'job'));
  return { redirect: job ? `/s/jobs/${job.id}` : '/s/organisations/import' };
};
