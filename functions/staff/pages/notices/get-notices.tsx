import type { StaffPage } from '#functions/staff/page.ts';
import { loadNotices } from './load-notices.ts';
import { NoticesPage } from './notices-page.tsx';

export const getNotices: StaffPage = async (request, desk) => {
  const said = request.query.get('done') === 'resent' ? 'メールを予約しました。5分以内に送られます。' : undefined;
  return { page: <NoticesPage viewer={request} view={await loadNotices(desk, request)} problems={[]} said={said} /> };
};
