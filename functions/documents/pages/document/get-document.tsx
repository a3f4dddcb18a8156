import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { AreaStaffDesk } from '#functions/staff/desk.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { DocumentPage } from './document-page.tsx';
import { loadDocument } from './load-document.ts';

const done: Readonly<Record<string, string>> = {
  saved: '保存しました。まだ送られていません。',
  sent: '送信を始めました。このページを離れても送信は続きます。',
  scheduled: '送信を予約しました。送信日時までは取り消せます。',
  unscheduled: '予約を取り消しました。下書きに戻っています。',
  withdrawn: '文書を差し止めました。配布先はファイルを開けません。',
  chased: '未開封の配布先への再送を始めました。送るまでに開いた配布先には送りません。',
};

export const getDocument: AreaPage = (request, desk) => showDocument(request, desk);

/** The page of a document, with what is wrong with what was done on it. */
export async function showDocument(request: PageRequest, desk: AreaStaffDesk, problems: readonly FieldProblem[] = []) {
  const view = await loadDocument(desk, request.actor, param(request, 'document'));
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const page = (
    <DocumentPage
      viewer={request}
      view={view}
      problems={problems}
      typed={{ reason: field(request, 'reason'), day: field(request, 'day'), time: field(request, 'time') }}
      said={problems.length > 0 ? undefined : done[request.query.get('done') ?? '']}
      prefecture={request.query.get('prefecture') ?? ''}
      page={Number.parseInt(request.query.get('page') ?? '1', 10) || 1}
    />
  );
  return { page, status: problems.length > 0 ? 422 : 200 };
}
