import type { StaffRoute } from '#functions/staff/page.ts';
import { getAnnouncement } from './pages/announcement/get-announcement.tsx';
import { getReport } from './pages/announcement/get-report.tsx';
import {
  postEnd,
  postPause,
  postResume,
  postSchedule,
  postSegment,
  postTrial,
  postUnschedule,
} from './pages/announcement/post-announcement.ts';
import { getAnnouncements } from './pages/announcements/get-announcements.tsx';
import { getEdit, getNew, postEdit } from './pages/edit/edit.tsx';
import { getList, postForget, postUpload } from './pages/list/list.tsx';
import { getLists, postLists } from './pages/lists/lists.tsx';
import { getUpload, postApply } from './pages/upload/upload.tsx';

const one = '/s/announcements/{announcement}';
const list = '/s/recipients/{list}';

/** The pages on which the ministry writes to people who agreed, a line a page. */
export const routes: readonly StaffRoute[] = [
  { method: 'GET', path: '/s/announcements', action: 'announcement.see', page: getAnnouncements },
  { method: 'GET', path: '/s/announcements/new', action: 'announcement.prepare', page: getNew },
  { method: 'GET', path: one, action: 'announcement.see', page: getAnnouncement },
  { method: 'GET', path: `${one}/report`, action: 'announcement.see', page: getReport },
  { method: 'GET', path: `${one}/edit`, action: 'announcement.prepare', page: getEdit },
  { method: 'POST', path: `${one}/edit`, action: 'announcement.prepare', page: postEdit },
  { method: 'POST', path: `${one}/segment`, action: 'announcement.prepare', page: postSegment },
  { method: 'POST', path: `${one}/trial`, action: 'announcement.send', page: postTrial },
  { method: 'POST', path: `${one}/schedule`, action: 'announcement.send', page: postSchedule },
  { method: 'POST', path: `${one}/unschedule`, action: 'announcement.send', page: postUnschedule },
  { method: 'POST', path: `${one}/pause`, action: 'announcement.send', page: postPause },
  { method: 'POST', path: `${one}/resume`, action: 'announcement.send', page: postResume },
  { method: 'POST', path: `${one}/end`, action: 'announcement.send', page: postEnd },
  { method: 'GET', path: '/s/recipients', action: 'recipients.see', page: getLists },
  { method: 'POST', path: '/s/recipients', action: 'recipients.import', page: postLists },
  { method: 'GET', path: list, action: 'recipients.see', page: getList },
  { method: 'POST', path: list, action: 'recipients.import', page: postUpload },
  { method: 'POST', path: `${list}/forget`, action: 'recipients.forget', page: postForget },
  { method: 'GET', path: `${list}/uploads/{upload}`, action: 'recipients.see', page: getUpload },
  { method: 'POST', path: `${list}/uploads/{upload}`, action: 'recipients.import', page: postApply },
];
