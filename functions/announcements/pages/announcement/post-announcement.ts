import { field, type PageRequest, param } from '#functions/site/request.ts';
import { readSendAt } from '#functions/staff/components/send-at.tsx';
import type { StaffPage } from '#functions/staff/page.ts';
import {
  cancelAnnouncement,
  pauseAnnouncement,
  resumeAnnouncement,
  scheduleAnnouncement,
} from '#lib/usecases/announcements/move-announcement.ts';
import { readAnnouncement } from '#lib/usecases/announcements/read-announcements.ts';
import { saveAnnouncement } from '#lib/usecases/announcements/save-announcement.ts';
import { tryAnnouncement } from '#lib/usecases/announcements/try-announcement.ts';
import { showAnnouncement } from './get-announcement.tsx';

const addressOf = (request: PageRequest) => `/s/announcements/${param(request, 'announcement')}`;

export const postSegment: StaffPage = async (request, desk) => {
  const found = await readAnnouncement(desk, param(request, 'announcement'));
  if (!found) return showAnnouncement(request, desk);
  const { announcement, wording } = found;
  const { posted } = request;
  const saved = await saveAnnouncement(desk, request.actor, {
    ...announcement,
    subject: wording.subject,
    body: wording.body,
    officeName: announcement.office.name,
    officeTelephone: announcement.office.telephone,
    segment: {
      prefectures: [...(posted.prefectures ?? [])],
      universities: [...(posted.universities ?? [])],
      years: (posted.years ?? []).map(Number).filter((year) => year >= 1 && year <= 6),
    },
    seen: Number(field(request, 'seen')),
  });
  if (saved.ok) return { redirect: `${addressOf(request)}?done=segment` };
  const message = 'ほかの人が先に変えました。いまの内容を確かめて、もう一度選んでください。';
  return showAnnouncement(request, desk, {}, [{ field: 'prefectures', message }]);
};

export const postTrial: StaffPage = async (request, desk) => {
  const email = field(request, 'email');
  const id = param(request, 'announcement');
  const tried = await tryAnnouncement(desk, request.actor, { id, email, request: field(request, 'request') });
  if (tried.ok) return { redirect: `${addressOf(request)}?done=tried` };
  return showAnnouncement(request, desk, { email }, [{ field: 'email', message: tried.error }]);
};

export const postSchedule: StaffPage = async (request, desk) => {
  const typed = { day: field(request, 'day'), time: field(request, 'time') };
  const read = readSendAt(typed);
  if (!read.ok) return showAnnouncement(request, desk, typed, read.error);
  const sendAt = read.value;
  const id = param(request, 'announcement');
  const seenCount = Number(field(request, 'count'));
  const scheduled = await scheduleAnnouncement(desk, request.actor, { id, sendAt, seenCount });
  if (scheduled.ok) return { redirect: `${addressOf(request)}?done=scheduled` };
  return showAnnouncement(request, desk, typed, [problemOf(scheduled.error)]);
};

type Refused = Extract<Awaited<ReturnType<typeof scheduleAnnouncement>>, { ok: false }>['error'];

function problemOf(refused: Refused): { readonly field: string; readonly message: string } {
  switch (refused.kind) {
    case 'too-soon':
      return { field: 'day', message: '送信日時は、いまより後で、90日以内にしてください。' };
    case 'nobody':
      return { field: 'day', message: '送る相手がいません。宛先名簿と、送る相手の絞り込みを確かめてください。' };
    case 'count-moved': {
      const count = refused.count.toLocaleString('en');
      return { field: 'day', message: `送る相手が${count}人に変わりました。確かめて、もう一度予約してください。` };
    }
    case 'wrong-state':
    case 'moved-meanwhile':
    case 'no-such-announcement':
      return { field: 'main', message: 'いまの状態では操作できません。下の状態を確かめてください。' };
  }
}

type Move = typeof cancelAnnouncement;

const mover =
  (move: Move, said: string): StaffPage =>
  async (request, desk) => {
    const moved = await move(desk, request.actor, param(request, 'announcement'));
    if (moved.ok) return { redirect: `${addressOf(request)}?done=${said}` };
    return showAnnouncement(request, desk, {}, [problemOf(moved.error)]);
  };

export const postPause = mover(pauseAnnouncement, 'paused');
export const postResume = mover(resumeAnnouncement, 'resumed');
export const postUnschedule = mover(cancelAnnouncement, 'unscheduled');
export const postEnd = mover(cancelAnnouncement, 'ended');
