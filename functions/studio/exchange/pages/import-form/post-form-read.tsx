import { param } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { notFound, type StudioPage } from '#functions/studio/page.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { findFormJob, findFormRead } from '#lib/usecases/forms/form-read.ts';
import { closeReading } from '#lib/usecases/open-readings.ts';
import { createdWords } from '../new-form/created-words.ts';
import { ImportFormPage } from './import-page.tsx';

/** Makes a draft of the form that the report showed; pressed twice, one draft. */
export const postFormRead: StudioPage = async (request, desk) => {
  const again = (problem: string) => ({ page: <ImportFormPage viewer={request} problem={problem} />, status: 422 });
  const job = await findFormJob(desk, request.actor, param(request, 'reading'));
  if (!job) return notFound();
  const start = (await findFormRead(desk, job))?.form;
  if (!start) return again('読み取った内容がありません。もう一度ファイルを選んでください。');
  const made = await createForm(desk, request.actor, {
    title: start.title,
    start,
    from: 'xlsform',
    request: job.id,
  });
  if (!made.ok) return again(createdWords(made.error));
  await closeReading(desk, job.id);
  return { redirect: addresses.form(made.value) };
};
