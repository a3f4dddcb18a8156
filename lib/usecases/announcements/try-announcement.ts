import { trialTo } from '#lib/core/announcements/announcement.ts';
import { isAddress } from '#lib/core/announcements/recipient.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { announcementNotice } from './announcement-notice.ts';
import { announcementRows } from './announcement-rows.ts';
import { countFor } from './count-recipients.ts';
import { readAnnouncement } from './read-announcements.ts';
import { refOf } from './unsubscribe-link.ts';

/** Sends an announcement to one address of the sender's own, filled with what stands on the list's first row but for the name; the same request never sends two. */
export async function tryAnnouncement(
  desk: Desk,
  actor: Actor,
  wish: { readonly id: string; readonly email: string; readonly request: string },
): Promise<Result<void, string>> {
  const email = wish.email.trim().normalize('NFKC');
  if (!isAddress(email)) return refuse('試し送りの宛先を、メールアドレスの形で入力してください。');
  const found = await readAnnouncement(desk, wish.id);
  if (!found) return refuse('お知らせが見つかりません。');
  const { announcement, wording } = found;
  const { sample } = await countFor(desk, announcement);
  const { university = '〇〇大学', prefecture = '', year = 5 } = sample ?? {};
  const at = desk.world.now();
  const notice = announcementNotice({
    announcement: announcement.id,
    wording: wording.version,
    id: trialTo(refOf(email), wish.request),
    to: { email, name: '見本', university, prefecture, year },
    at,
  });
  const trail = audited(announcement.chain, {
    aggregate: `announcement#${announcement.id}`,
    at,
    actor,
    act: 'announcement.try',
    detail: { wording: wording.version },
  });
  const written = await desk.table.commit([
    { put: rows.notice.item(notice), expect: { absent: true } },
    {
      put: announcementRows.announcement.item({
        ...announcement,
        version: announcement.version + 1,
        chain: trail.chain,
      }),
      expect: { equals: { version: announcement.version } },
    },
    trail.write,
  ]);
  if (written.ok || written.error.at[0]?.failed) return ok(undefined);
  return refuse('ほかの人が同時に変更しました。もう一度お試しください。');
}
