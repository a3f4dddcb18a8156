import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { tryImport } from '#lib/usecases/try-import.ts';
import { DryRunPage } from './dry-run-page.tsx';

/** What a prepared import would do now; it can be left and come back to until somebody says go. */
export const getDryRun: AreaPage = async (request, desk) => {
  const job = await find(desk.table, rows.job, keys.job(param(request, 'job')));
  if (job && job.state !== 'waiting') return { redirect: `/s/jobs/${job.id}` };
  const plan = job && (await tryImport(desk, job));
  if (!plan) return { page: <ErrorPage kind="not-found" />, status: 404 };
  return { page: <DryRunPage viewer={request} plan={plan} /> };
};
