import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { loadReminders } from './load-reminders.ts';
import { RemindersPage } from './reminders-page.tsx';

const done: Readonly<Record<string, string>> = {
  now: '督促を用意しています。数分のうちに送り始めます。',
  paused: '督促を休止しました。',
  resumed: '督促を再開しました。',
};

export const getReminders: StaffPage = async (request, desk) => {
  const view = await loadReminders(desk, param(request, 'round'));
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const said = done[request.query.get('done') ?? ''];
  return { page: <RemindersPage viewer={request} view={view} problems={[]} said={said} /> };
};
