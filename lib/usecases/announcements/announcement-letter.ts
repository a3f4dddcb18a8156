import { type AnnouncementState, announcementIn, isTrial } from '#lib/core/announcements/announcement.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import type { Letter } from '#lib/core/ports.ts';
import { composeAnnouncement } from '#lib/mail/letter/announcement.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import type { Desk } from '../desk.ts';
import { readAnnouncement } from './read-announcements.ts';
import { refOf, unsubscribeToken, unsubscribeUrl } from './unsubscribe-link.ts';

/** The letter of an announcement's mail, in the words fixed for it, and where the announcement stands now; a trial goes out wherever it stands. A `preview` has a way out that leads nowhere: nobody shall leave by somebody else's. */
export async function announcementLetter(
  desk: Pick<Desk, 'table'>,
  notice: Notice,
  origin: string,
  { preview = false } = {},
): Promise<{ readonly letter: Letter; readonly state: AnnouncementState | 'trial' }> {
  const found = await readAnnouncement(desk, announcementIn(notice.round), Number(notice.vars.wording));
  if (!found) throw new Error(`notice ${notice.id} belongs to no announcement`);
  const { announcement, wording } = found;
  const unsubscribe = unsubscribeUrl(origin, preview ? 'preview' : unsubscribeToken(announcement, refOf(notice.to)));
  const prefecture = PREFECTURES.find(({ code }) => code === notice.vars.prefecture)?.name ?? '';
  return {
    letter: composeAnnouncement(notice, { ...wording, office: announcement.office, prefecture, unsubscribe }),
    state: isTrial(notice.id) ? 'trial' : announcement.state,
  };
}
