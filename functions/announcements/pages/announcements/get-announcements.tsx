import type { StaffPage } from '#functions/staff/page.ts';
import { allAnnouncements } from '#lib/usecases/announcements/read-announcements.ts';
import { allLists } from '#lib/usecases/announcements/read-lists.ts';
import { AnnouncementsPage } from './announcements-page.tsx';

export const getAnnouncements: StaffPage = async (request, desk) => {
  const [announcements, lists] = await Promise.all([allAnnouncements(desk), allLists(desk)]);
  return { page: <AnnouncementsPage viewer={request} announcements={announcements} lists={lists} /> };
};
