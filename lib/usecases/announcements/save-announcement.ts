import type { Announcement } from '#lib/core/announcements/announcement.ts';
import { checkAnnouncement } from '#lib/core/announcements/check-announcement.ts';
import type { Segment } from '#lib/core/announcements/recipient.ts';
import { emptyChain } from '#lib/core/audit/entry.ts';
import { officeProblems } from '#lib/core/notices/check-office.ts';
import type { Wording } from '#lib/core/notices/wording.ts';
import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { find } from '#lib/store/row.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { announcementRows } from './announcement-rows.ts';
import { readAnnouncement } from './read-announcements.ts';

/** What is typed of an announcement. */
export interface AnnouncementWish extends Wording {
  readonly id: string;
  readonly list: string;
  readonly segment: Segment;
  readonly officeName: string;
  readonly officeTelephone: string;
  /** Version that was edited; 0 for a new one. */
  readonly seen: number;
}

export interface AnnouncementProblem {
  readonly field: string;
  readonly message: string;
}

export type SaveRefused =
  | { readonly kind: 'problems'; readonly problems: readonly AnnouncementProblem[] }
  | { readonly kind: 'moved-meanwhile' };

/** Keeps a draft: new words become the next version of its wording, which never changes again. The same once more changes nothing. */
export async function saveAnnouncement(
  desk: Desk,
  actor: Actor,
  wish: AnnouncementWish,
): Promise<Result<Announcement, SaveRefused>> {
  const checked = checkAnnouncement(wish);
  const problems: AnnouncementProblem[] = [...(checked.ok ? [] : checked.error), ...officeProblems(wish)];
  const list = await find(desk.table, announcementRows.recipientList, announcementKeys.recipientList(wish.list));
  if (!list || list.forgottenAt !== undefined) problems.push({ field: 'list', message: '宛先名簿を選んでください。' });
  if (!checked.ok || problems.length > 0) return refuse({ kind: 'problems', problems });
  if (!/^[0-9a-z]{1,40}$/.test(wish.id)) return refuse({ kind: 'moved-meanwhile' });
  const { subject, body } = checked.value;
  const found = await readAnnouncement(desk, wish.id);
  const before = found?.announcement;
  if (before && before.state !== 'draft') return refuse({ kind: 'moved-meanwhile' });
  const sameWords = found?.wording.subject === subject && found.wording.body === body;
  const at = desk.world.now();
  const by = personName(actor);
  const wording = sameWords ? found.wording.version : (before?.wording ?? 0) + 1;
  const content = {
    subject,
    wording,
    list: wish.list,
    segment: wish.segment,
    office: { name: wish.officeName.trim(), telephone: wish.officeTelephone.trim() },
  };
  if (before && JSON.stringify(contentOf(before)) === JSON.stringify(content)) return ok(before);
  if ((before?.version ?? 0) !== wish.seen) return refuse({ kind: 'moved-meanwhile' });
  const trail = audited(before?.chain ?? emptyChain, {
    aggregate: `announcement#${wish.id}`,
    at,
    actor,
    act: 'announcement.save',
    detail: { wording },
  });
  const after: Announcement = {
    id: wish.id,
    state: 'draft',
    secret: Buffer.from(desk.world.secret()).toString('base64url'),
    createdAt: at,
    by,
    ...before,
    ...content,
    version: (before?.version ?? 0) + 1,
    chain: trail.chain,
  };
  const written = await desk.table.commit([
    {
      put: announcementRows.announcement.item(after),
      expect: before ? { equals: { version: before.version } } : { absent: true },
    },
    ...(sameWords
      ? []
      : [
          {
            put: announcementRows.announcementWording.item({
              announcement: wish.id,
              version: wording,
              subject,
              body,
              at,
              by,
            }),
            expect: { absent: true as const },
          },
        ]),
    trail.write,
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}

const contentOf = ({ subject, wording, list, segment, office }: Announcement) => ({
  subject,
  wording,
  list,
  segment,
  office,
});
