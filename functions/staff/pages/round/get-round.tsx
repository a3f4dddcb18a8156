import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { loadRound } from './load-round.ts';
import { RoundPage } from './round-page.tsx';

export const getRound: StaffPage = async (request, desk) => {
  const view = await loadRound(desk, request.actor, param(request, 'round'));
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  if (view.round.state === 'preparing') return { redirect: `/s/rounds/${view.round.id}/preview` };
  return { page: <RoundPage viewer={request} view={view} said={said(request.query.get('done'))} /> };
};

const said = (done: string | null): string | undefined =>
  done === 'extended' ? '回答期限を変更しました。' : undefined;
