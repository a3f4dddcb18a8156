import { param } from '#functions/site/request.ts';
import { seen } from '#functions/site/seen.ts';
import { officeOf } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { StaffRoute } from './page.ts';

/** The job named in the address, with the office that ordered it; none for who may not see it. */
export const jobResource: NonNullable<StaffRoute['resource']> = async (request, { table }) => {
  const job = await find(table, rows.job, keys.job(param(request, 'job')));
  return seen(request.actor, 'job.see', job && { office: officeOf(job.by) });
};
