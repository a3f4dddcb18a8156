import type { Job } from '#lib/core/jobs/job.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';

/** The job that reads, or read, a questionnaire which this hospital handed in for this round; undefined for every other job. */
export async function findReading(
  { table }: Desk,
  place: { readonly round: string; readonly organisation: string },
  id: string,
): Promise<Job | undefined> {
  const job = await find(table, rows.job, keys.job(id));
  const own = job?.kind === 'read-workbook' && job.round === place.round && job.subject === place.organisation;
  return own ? job : undefined;
}
