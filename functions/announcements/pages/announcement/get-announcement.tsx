import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { AnnouncementPage, type TypedToSend } from './announcement-page.tsx';
import { loadAnnouncement } from './load-announcement.ts';

const done: Readonly<Record<string, string>> = {
  saved: '保存しました。',
  segment: '送る相手を変えました。',
  tried: '試し送りをしました。1分ほどで届きます。',
  scheduled: '送信を予約しました。',
  unscheduled: '予約を取り消しました。下書きに戻っています。',
  paused: '送信を一時停止しました。',
  resumed: '送信を再開しました。',
  ended: '残りの送信を取りやめました。',
};

export const getAnnouncement: StaffPage = (request, desk) => showAnnouncement(request, desk);

/** The page of an announcement, with what was typed and what is wrong with it. */
export async function showAnnouncement(
  request: PageRequest,
  desk: StaffDesk,
  typed: TypedToSend = {},
  problems: readonly FieldProblem[] = [],
) {
  const view = await loadAnnouncement(desk, param(request, 'announcement'));
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const said = problems.length > 0 ? undefined : done[request.query.get('done') ?? ''];
  const page = (
    <AnnouncementPage
      viewer={request}
      view={view}
      typed={typed}
      problems={problems}
      said={said}
      request={desk.world.id()}
    />
  );
  return { page, status: problems.length > 0 ? 422 : 200 };
}
