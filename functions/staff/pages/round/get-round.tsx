import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { loadRound } from './load-round.ts';
import { RoundPage } from './round-page.tsx';

export const getRound: StaffPage = async (request, desk) => {
  const view = await loadRound(desk, request.actor, param(request, 'round'));
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  if (view.round.state === 'preparing') return { redirect: `/s/rounds/${view.round.id}/preview` };
  return { page: <RoundPage viewer={request} view={view} said={done[request.query.get('done') ?? '']} /> };
};

const done: Readonly<Record<string, string>> = {
  extended: '回答期限を変更しました。',
  stopped: '回答の受付を止めました。',
  reopened: '回答の受付を再開しました。',
  ended: '調査を終えました。',
};
