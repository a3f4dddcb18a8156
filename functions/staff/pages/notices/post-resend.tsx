import { field } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { type ResendRefused, resendNotice } from '#lib/usecases/resend-notice.ts';
import { loadNotices } from './load-notices.ts';
import { NoticesPage } from './notices-page.tsx';

const words: Readonly<Record<ResendRefused['kind'], string>> = {
  'no-such-notice': 'メールが見つかりません。',
  settled: '送信の結果が分かったため、再送しませんでした。いまの状態を確かめてください。',
  'moved-meanwhile': '同時にほかの操作がありました。いまの状態を確かめて、もう一度実行してください。',
};

export const postResend: StaffPage = async (request, desk) => {
  const round = field(request, 'round');
  const resent = await resendNotice(desk, request.actor, { round, notice: field(request, 'notice') });
  if (resent.ok) return { redirect: `/s/notices?${new URLSearchParams({ round, state: 'unknown', done: 'resent' })}` };
  const problems = [{ field: 'notices', message: words[resent.error.kind] }];
  return {
    page: <NoticesPage viewer={request} view={await loadNotices(desk, request)} problems={problems} said={undefined} />,
    status: 422,
  };
};
