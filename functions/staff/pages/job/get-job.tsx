import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { isReading } from '#lib/core/jobs/job.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { JobPage } from './job-page.tsx';

/** A job that waits for somebody's go is an import, and stands on its own page. */
export const getJob: StaffPage = async (request, { table, world }) => {
  const job = await find(table, rows.job, keys.job(param(request, 'job')));
  if (!job || isReading(job)) return { page: <ErrorPage kind="not-found" />, status: 404 };
  if (job.state === 'waiting') return { redirect: `/s/organisations/import/${job.id}` };
  return { page: <JobPage viewer={request} job={job} asOf={world.now()} /> };
};
