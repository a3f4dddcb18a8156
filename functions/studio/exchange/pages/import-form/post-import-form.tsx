import { addresses } from '#functions/studio/addresses.ts';
import type { StudioPage } from '#functions/studio/page.ts';
import { UPLOAD_LIMITS } from '#lib/sheets/upload-limits.ts';
import { startReading } from '#lib/usecases/handed-file.ts';
import { ImportFormPage } from './import-page.tsx';

/** Hands an XLSForm over to be read, and leads to where its report will stand; no form is made. */
export const postImportForm: StudioPage = async (request, desk) => {
  const again = (problem: string) => ({ page: <ImportFormPage viewer={request} problem={problem} />, status: 422 });
  const file = request.files.get('file')?.[0];
  if (!file || file.size === 0) return again('読み込むExcelファイルを選んでください。');
  if (file.size > UPLOAD_LIMITS.upload)
    return again(`ファイルは${UPLOAD_LIMITS.upload / 1_000_000}MBまでにしてください。`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const job = await startReading(desk, request.actor, { kind: 'read-form' }, { name: file.name, bytes });
  return { redirect: addresses.formRead(job.id) };
};
