import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { find } from '#lib/store/row.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { newJob } from '../start-job.ts';
import { announcementRows } from './announcement-rows.ts';
import { allAnnouncements } from './read-announcements.ts';

/** Has everybody's address and name on a list deleted for good, also from the mails that went to them; who unsubscribed stays known by a digest. Refused while an announcement to them waits or goes out. */
export async function forgetList(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<Result<string, 'no-such-list' | 'in-use' | 'moved-meanwhile'>> {
  const list = await find(desk.table, announcementRows.recipientList, announcementKeys.recipientList(id));
  if (!list) return refuse('no-such-list');
  if (list.forgottenAt !== undefined) return ok(id);
  const using = (await allAnnouncements(desk)).filter((one) => one.list === id);
  if (using.some(({ state }) => state === 'scheduled' || state === 'sending' || state === 'paused'))
    return refuse('in-use');
  const at = desk.world.now();
  const trail = audited(list.chain, { aggregate: `recipients#${id}`, at, actor, act: 'recipients.forget' });
  const { upload: _upload, ...rest } = list;
  const after = { ...rest, count: 0, forgottenAt: at, version: list.version + 1, chain: trail.chain };
  const { write } = newJob(desk, actor, {
    kind: 'forget-recipients',
    title: `宛先名簿の削除（${list.name}）`,
    subject: id,
  });
  const written = await desk.table.commit([
    { put: announcementRows.recipientList.item(after), expect: { equals: { version: list.version } } },
    write,
    trail.write,
  ]);
  return written.ok ? ok(id) : refuse('moved-meanwhile');
}
