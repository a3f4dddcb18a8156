import { ErrorPage } from '#functions/components/error-page.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { sheets } from '#lib/sheets/sheets.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { type UploadRefused, uploadWorkbook } from '#lib/usecases/workbook/upload-workbook.ts';
import { workbookView } from '../../workbook-view.ts';
import { StartPage } from './start-page.tsx';

/** Reads an uploaded questionnaire and leads to its dry run; a file that is none is told why. */
export async function postWorkbook(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const view = await workbookView(request, desk);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const again = (message: string): PageResponse => ({
    page: StartPage({ view, problems: [{ field: 'file', message }] }),
    status: 422,
  });
  const file = request.files.get('file')?.[0];
  if (!file || file.name === '') return again('入力した調査票のファイルを選んでください。');
  if (file.size === 0) return again('ファイルの中身が空です。保存し直してから選んでください。');
  const read = await sheets.read(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return again(read.error.message);
  const kept = await uploadWorkbook(desk, request.actor, view, { workbook: read.value, filename: file.name });
  return kept.ok ? { redirect: addresses.upload(view.round.id, kept.value.id) } : again(whyNot(kept.error));
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
