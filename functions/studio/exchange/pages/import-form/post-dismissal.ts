import { param } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { notFound, type StudioPage } from '#functions/studio/page.ts';
import { dismissReading } from '#lib/usecases/dismiss-reading.ts';
import { findFormJob } from '#lib/usecases/forms/form-read.ts';

/** Takes an XLSForm of this person that was read, or could not be, off the list of those that wait. */
export const postDismissal: StudioPage = async (request, desk) => {
  const job = await findFormJob(desk, request.actor, param(request, 'reading'));
  if (!job) return notFound();
  await dismissReading(desk, request.actor, job);
  return { redirect: addresses.importForm };
};
