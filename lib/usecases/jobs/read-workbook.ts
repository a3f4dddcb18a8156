import type { Job } from '#lib/core/jobs/job.ts';
import { readSheets } from '#lib/sheets/read-sheets.ts';
import type { Desk } from '../desk.ts';
import { fileGone, handedFile, notRead } from '../handed-file.ts';
import { keepWorkbook, type UploadRefused } from '../workbook/keep-workbook.ts';
import { openWorkbook } from '../workbook/open-workbook.ts';
import type { Progress } from './work.ts';

/** Reads a questionnaire that a hospital handed in and keeps what was read for its dry run, which has the job's id. */
export async function readWorkbook(desk: Desk, job: Job): Promise<Progress> {
  const file = await handedFile(desk, job);
  const opened = file && (await openWorkbook(desk, { round: job.round ?? '', organisation: job.subject ?? '' }));
  if (!file || !opened?.ok) return notRead(fileGone);
  const read = await readSheets(file.bytes);
  if (!read.ok) return notRead(read.error.message);
  const { id, by } = job;
  const kept = await keepWorkbook(desk, by, opened.value, { id, workbook: read.value, filename: file.name });
  return kept.ok ? { done: 1, total: 1, state: 'done' } : notRead(whyNot(kept.error));
}

function whyNot(error: UploadRefused): string {
  switch (error.kind) {
    case 'closed':
      return 'いまは回答を変更できないため、取り込めません。';
    case 'no-questionnaire':
      return 'この調査の調査票ではないようです。このページからダウンロードした調査票に入力してください。';
    case 'other-round':
      return '別の調査の調査票です。この調査の調査票をダウンロードして、入力してください。';
    case 'other-hospital':
      return '別の病院の調査票です。貴院の調査票か確かめてください。';
    case 'other-form':
      return '別の種類の調査票です。このページからダウンロードした調査票に入力してください。';
    case 'other-version':
      return `調査票の版が異なります（ファイルは第${error.file}版、いまは第${error.now}版）。もう一度ダウンロードして、入力してください。`;
    case 'too-large':
      return '調査票の中身が大きすぎます。調査票にないシートや文章を取り除いてください。';
  }
}
