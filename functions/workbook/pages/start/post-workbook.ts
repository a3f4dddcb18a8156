import { ErrorPage } from '#functions/components/error-page.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { startReading } from '#lib/usecases/handed-file.ts';
import { placeOf, workbookView } from '../../workbook-view.ts';
import { uploadLimit } from './formats.ts';
import { StartPage } from './start-page.tsx';

/** Hands a filled-in questionnaire over to be read, and leads to where its dry run will stand. */
export async function postWorkbook(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const view = await workbookView(request, desk);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const again = (message: string): PageResponse => ({
    page: StartPage({ view, problems: [{ field: 'file', message }] }),
    status: 422,
  });
  const file = request.files.get('file')?.[0];
  if (!view.editable) return again('いまは回答を変更できないため、取り込めません。');
  if (!file || file.name === '') return again('入力した調査票のファイルを選んでください。');
  if (file.size === 0) return again('ファイルの中身が空です。保存し直してから選んでください。');
  if (file.size > uploadLimit) return again(`ファイルは${uploadLimit / 1_000_000}MBまでにしてください。`);
  const { round, organisation } = placeOf(request);
  const order = { kind: 'read-workbook', round, subject: organisation } as const;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const job = await startReading(desk, request.actor, order, { name: file.name, bytes });
  return { redirect: addresses.upload(round, job.id) };
}
