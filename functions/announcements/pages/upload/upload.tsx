import { ErrorPage } from '#functions/components/error-page.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { applyUpload } from '#lib/usecases/announcements/apply-upload.ts';
import { readList } from '#lib/usecases/announcements/read-lists.ts';
import { UploadPage } from './upload-page.tsx';

export const getUpload: StaffPage = (request, desk) => show(request, desk);

export const postApply: StaffPage = async (request, desk) => {
  const [list, upload] = [param(request, 'list'), param(request, 'upload')];
  const applied = await applyUpload(desk, request.actor, { list, upload });
  if (applied.ok) return { redirect: `/s/recipients/${list}?done=applied` };
  return show(
    request,
    desk,
    applied.error === 'moved-meanwhile'
      ? 'このファイルを読み取ったあとで名簿が変わりました。もう一度ファイルを選んで、差を確かめてください。'
      : '取り込む内容が見つかりません。もう一度ファイルを選んでください。',
  );
};

async function show(request: PageRequest, desk: StaffDesk, problem?: string) {
  const found = await readList(desk, param(request, 'list'));
  const upload = found?.uploads.find(({ id }) => id === param(request, 'upload'));
  if (!found || !upload) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const page = <UploadPage viewer={request} list={found.list} upload={upload} problem={problem} />;
  return { page, status: problem === undefined ? 200 : 409 };
}
