import type { Job } from '#lib/core/jobs/job.ts';
import { importXlsForm } from '#lib/core/survey/xlsform/import.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import type { Desk } from '../desk.ts';
import { keepFormRead } from '../forms/form-read.ts';
import { fileGone, handedFile, notRead } from '../handed-file.ts';
import type { Progress } from './work.ts';

/** Reads an XLSForm that staff handed in and keeps what was read for its report; no form is made. */
export async function readForm(desk: Desk, job: Job): Promise<Progress> {
  const file = await handedFile(desk, job);
  if (!file) return notRead(fileGone);
  const workbook = await readXlsx(file.bytes);
  if (!workbook.ok) return notRead(workbook.error.message);
  const kept = await keepFormRead(desk, job, { filename: file.name, ...importXlsForm(workbook.value) });
  return kept
    ? { done: 1, total: 1, state: 'done' }
    : notRead('調査票が大きすぎます。質問や説明を減らすか、調査票を分けてください。');
}
