import { ErrorPage } from '#functions/components/error-page.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { pauseReminders, remindNow, resumeReminders } from '#lib/usecases/steer-reminders.ts';
import { loadReminders } from './load-reminders.ts';
import { RemindersPage } from './reminders-page.tsx';

type Steered = Awaited<ReturnType<typeof remindNow>>;

const words = {
  'no-such-round': '調査が見つかりません。',
  'wrong-state': 'いまの状態では操作できません。受付中の調査だけ督促できます。',
  'moved-meanwhile': '同時にほかの操作がありました。いまの状態を確かめて、もう一度実行してください。',
  'sent-today': '今日はすでに「今すぐ送る」で送りました。明日また送れます。',
} as const;

export const postNow: StaffPage = async (request, desk) =>
  answer(request, desk, await remindNow(desk, request.actor, param(request, 'round')), 'now');

export const postPause: StaffPage = async (request, desk) =>
  answer(request, desk, await pauseReminders(desk, request.actor, param(request, 'round')), 'paused');

export const postResume: StaffPage = async (request, desk) =>
  answer(request, desk, await resumeReminders(desk, request.actor, param(request, 'round')), 'resumed');

async function answer(request: PageRequest, desk: StaffDesk, steered: Steered, done: string) {
  const id = param(request, 'round');
  if (steered.ok) return { redirect: `/s/rounds/${id}/reminders?done=${done}` };
  const view = await loadReminders(desk, id);
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const problems = [{ field: 'main', message: words[steered.error.kind] }];
  return { page: <RemindersPage viewer={request} view={view} problems={problems} said={undefined} />, status: 409 };
}
