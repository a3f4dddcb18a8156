import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { everybody } from '#lib/core/announcements/recipient.ts';
import { readAnnouncement } from '#lib/usecases/announcements/read-announcements.ts';
import { allLists } from '#lib/usecases/announcements/read-lists.ts';
import { saveAnnouncement } from '#lib/usecases/announcements/save-announcement.ts';
import { EditPage, type Typed } from './edit-page.tsx';

const blank: Omit<Typed, 'id'> = { list: '', subject: '', body: '', officeName: '', officeTelephone: '', seen: 0 };

export const getNew: StaffPage = (request, desk) => show(request, desk, { ...blank, id: desk.world.id() });

export const getEdit: StaffPage = async (request, desk) => {
  const found = await readAnnouncement(desk, param(request, 'announcement'));
  if (found?.announcement.state !== 'draft') return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { id, list, office, version } = found.announcement;
  const { subject, body } = found.wording;
  const { name: officeName, telephone: officeTelephone } = office;
  return show(request, desk, { id, list, subject, body, officeName, officeTelephone, seen: version });
};

export const postEdit: StaffPage = async (request, desk) => {
  const typed = {
    id: param(request, 'announcement'),
    list: field(request, 'list'),
    subject: field(request, 'subject'),
    body: field(request, 'body'),
    officeName: field(request, 'officeName'),
    officeTelephone: field(request, 'officeTelephone'),
    seen: Number(field(request, 'seen')),
  };
  const before = (await readAnnouncement(desk, typed.id))?.announcement;
  const segment = before?.list === typed.list ? before.segment : everybody;
  const saved = await saveAnnouncement(desk, request.actor, { ...typed, segment });
  if (saved.ok) return { redirect: `/s/announcements/${saved.value.id}?done=saved` };
  const message = 'ほかの人が先に変えました。お知らせのページで、いまの内容を確かめてください。';
  return show(
    request,
    desk,
    typed,
    saved.error.kind === 'problems' ? saved.error.problems : [{ field: 'body', message }],
  );
};

async function show(request: PageRequest, desk: StaffDesk, typed: Typed, problems: readonly FieldProblem[] = []) {
  const lists = (await allLists(desk)).filter(({ count }) => count > 0);
  return {
    page: <EditPage viewer={request} typed={typed} lists={lists} problems={problems} />,
    status: problems.length > 0 ? 422 : 200,
  };
}
