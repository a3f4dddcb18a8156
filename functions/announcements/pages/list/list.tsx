import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import type { RejectedRecipient } from '#lib/core/announcements/read-recipients.ts';
import { mostRecipients } from '#lib/core/announcements/recipient-list.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { readCsv } from '#lib/sheets/csv.ts';
import { forgetList } from '#lib/usecases/announcements/forget-list.ts';
import { prepareUpload } from '#lib/usecases/announcements/prepare-upload.ts';
import { readList } from '#lib/usecases/announcements/read-lists.ts';
import { ListPage } from './list-page.tsx';

/** Largest file, bytes: 20,000 rows. */
const fileLimit = 4_000_000;

const done: Readonly<Record<string, string>> = {
  applied: '名簿に取り込みました。',
  forgotten: '名簿の氏名とメールアドレスの削除を始めました。数分で終わります。',
};

export const getList: StaffPage = (request, desk) => show(request, desk);

export const postUpload: StaffPage = async (request, desk) => {
  const again = (message: string, rejected: readonly RejectedRecipient[] = []) =>
    show(request, desk, [{ field: 'file', message }], rejected);
  const file = request.files.get('file')?.[0];
  if (!file || file.size === 0) return again('取り込むCSVファイルを選んでください。');
  const read = readCsv(new Uint8Array(await file.arrayBuffer()), fileLimit);
  if (!read.ok) return again(read.error.message);
  const list = param(request, 'list');
  const prepared = await prepareUpload(desk, request.actor, {
    list,
    request: field(request, 'request'),
    filename: file.name,
    cells: (read.value.sheets[0]?.rows ?? []).map((row) => row.map(String)),
    places: { prefectures: PREFECTURES },
  });
  if (prepared.ok) return { redirect: `/s/recipients/${list}/uploads/${prepared.value.id}` };
  switch (prepared.error.kind) {
    case 'no-such-list':
      return again('この名簿には取り込めません。');
    case 'too-many':
      return again(`一度に取り込めるのは${mostRecipients.toLocaleString('en')}人までです。`);
    case 'nothing-to-take': {
      const { rejected } = prepared.error;
      const heading = rejected[0]?.line === 1 ? rejected[0].reasons.join('') : '';
      return again(
        heading || '取り込める行がありません。内容を直して、もう一度選んでください。',
        rejected.slice(0, 100),
      );
    }
  }
};

export const postForget: StaffPage = async (request, desk) => {
  const list = param(request, 'list');
  if (field(request, 'sure') !== 'yes') {
    return show(request, desk, [{ field: 'sure', message: '削除してよいことを確かめて、チェックを入れてください。' }]);
  }
  const forgotten = await forgetList(desk, request.actor, list);
  if (forgotten.ok) return { redirect: `/s/recipients/${list}?done=forgotten` };
  const message =
    forgotten.error === 'in-use'
      ? 'この名簿へのお知らせが予約中か送信中のため、削除できません。終わってから削除してください。'
      : '同時にほかの操作がありました。もう一度実行してください。';
  return show(request, desk, [{ field: 'sure', message }]);
};

async function show(
  request: PageRequest,
  desk: StaffDesk,
  problems: readonly FieldProblem[] = [],
  rejected: readonly RejectedRecipient[] = [],
) {
  const found = await readList(desk, param(request, 'list'));
  if (!found) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const said = problems.length > 0 ? undefined : done[request.query.get('done') ?? ''];
  const page = (
    <ListPage
      viewer={request}
      {...found}
      request={desk.world.id()}
      problems={problems}
      rejected={rejected}
      said={said}
    />
  );
  return { page, status: problems.length > 0 ? 422 : 200 };
}
