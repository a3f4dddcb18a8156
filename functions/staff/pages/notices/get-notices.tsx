import type { StaffPage } from '#functions/staff/page.ts';
import { loadNotices } from './load-notices.ts';
import { NoticesPage } from './notices-page.tsx';

const done: Readonly<Record<string, string>> = {
  resent: 'メールを予約しました。5分以内に送られます。',
  repeated: '同じ文面のメールを予約しました。5分以内に送られます。リンクだけは新しいものになります。',
  'not-repeatable': 'このメールは同じ文面では送れません。送る前のメールか、複数の調査をまとめた督促です。',
  'moved-meanwhile': '同時にほかの操作がありました。いまの状態を確かめて、もう一度実行してください。',
};

export const getNotices: StaffPage = async (request, desk) => {
  const said = done[request.query.get('done') ?? ''];
  return { page: <NoticesPage viewer={request} view={await loadNotices(desk, request)} problems={[]} said={said} /> };
};
