import type { StaffDesk } from '#functions/staff/desk.ts';
import type { Announcement } from '#lib/core/announcements/announcement.ts';
import { type DomainLine, domainReport } from '#lib/core/announcements/domain-report.ts';
import type { RecipientList } from '#lib/core/announcements/recipient-list.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import type { Letter } from '#lib/core/ports.ts';
import { announcementLetter } from '#lib/usecases/announcements/announcement-letter.ts';
import { announcementNotice } from '#lib/usecases/announcements/announcement-notice.ts';
import { type Count, countFor } from '#lib/usecases/announcements/count-recipients.ts';
import { mailsOf, readAnnouncement, unsubscribedBy } from '#lib/usecases/announcements/read-announcements.ts';
import { readList } from '#lib/usecases/announcements/read-lists.ts';

/** How an announcement stands. */
export interface AnnouncementView {
  readonly announcement: Announcement;
  readonly list: RecipientList | undefined;
  /** Whom it reaches; only while it has not begun. */
  readonly count: Count | undefined;
  /** The mail as the first of those it reaches would get it. */
  readonly letter: Letter | undefined;
  readonly mails: readonly Notice[];
  readonly report: readonly DomainLine[];
  readonly asOf: string;
}

/** Loads an announcement with what its state wants to be shown; undefined when there is none. */
export async function loadAnnouncement(desk: StaffDesk, id: string): Promise<AnnouncementView | undefined> {
  const found = await readAnnouncement(desk, id);
  if (!found) return undefined;
  const { announcement } = found;
  const before = announcement.state === 'draft' || announcement.state === 'scheduled';
  const [list, count, mails, left] = await Promise.all([
    readList(desk, announcement.list),
    before ? countFor(desk, announcement) : undefined,
    before ? [] : mailsOf(desk, id),
    before ? [] : unsubscribedBy(desk, id),
  ]);
  return {
    announcement,
    list: list?.list,
    count,
    letter: await sampleLetter(desk, announcement, count),
    mails,
    report: domainReport(mails, left),
    asOf: desk.world.now(),
  };
}

async function sampleLetter(desk: StaffDesk, { id, wording }: Announcement, count: Count | undefined) {
  if (!count?.sample) return undefined;
  const notice = announcementNotice({
    announcement: id,
    wording,
    id: 'sample',
    to: count.sample,
    at: desk.world.now(),
  });
  return (await announcementLetter(desk, notice, desk.origin, { preview: true })).letter;
}
