import { param } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { notFound, type StudioPage } from '#functions/studio/page.ts';
import { findFormJob, findFormRead } from '#lib/usecases/forms/form-read.ts';
import { ImportFormPage } from './import-page.tsx';
import { ReadingPage } from './reading-page.tsx';
import { ReportPage } from './report-page.tsx';

/** Shows what was read of an XLSForm and what of it can be taken in; before that, that it is being read. */
export const getFormRead: StudioPage = async (request, desk) => {
  const job = await findFormJob(desk, request.actor, param(request, 'reading'));
  if (!job) return notFound();
  if (job.state === 'running') return { page: <ReadingPage viewer={request} job={job} asOf={desk.world.now()} /> };
  if (job.state === 'failed')
    return { page: <ImportFormPage viewer={request} problem={job.outcome?.join('') ?? ''} /> };
  const read = await findFormRead(desk, job);
  if (!read) return { redirect: addresses.importForm };
  const { form, notices } = read;
  if (form) return { page: <ReportPage viewer={request} form={form} notices={notices} job={job.id} /> };
  const problem = 'このままでは読み込めません。下の表のところを直して、もう一度選んでください。';
  return { page: <ImportFormPage viewer={request} problem={problem} read={read} /> };
};
