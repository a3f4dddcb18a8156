import { outboxOf } from '#lib/core/announcements/announcement.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows, spentByMail } from '#lib/store/rows.ts';
import { announcementRows } from '../announcements/announcement-rows.ts';
import { allAnnouncements } from '../announcements/read-announcements.ts';
import type { Desk } from '../desk.ts';
import { inLanes, type Progress } from './work.ts';

/** Mails that one step empties. */
const together = 200;

/** Deletes the people of every upload of a list, then their addresses and names from the mails that went to them; of a mail stay its state and mail domain. */
export async function forgetRecipients(desk: Desk, job: Job): Promise<Progress> {
  const list = job.subject ?? '';
  const uploads = await allItems(desk.table, {
    pk: announcementKeys.recipientList(list).pk,
    prefix: announcementKeys.listUpload('', '').sk,
  });
  for (const { id } of uploads.map((item) => announcementRows.listUpload.read(item))) {
    const parts = await allItems(desk.table, { pk: announcementKeys.listPart(list, id, 0).pk });
    await inLanes(parts, async ({ pk, sk }) => {
      await desk.table.write({ delete: { pk, sk } });
    });
  }
  for (const { id } of (await allAnnouncements(desk)).filter((one) => one.list === list)) {
    const mails = (await allItems(desk.table, { pk: keys.notice(outboxOf(id), '').pk })).map((item) =>
      rows.notice.read(item),
    );
    const known = mails.filter(({ to, state }) => to !== '' && state !== 'sending');
    if (known.length === 0) continue;
    await inLanes(
      known.slice(0, together),
      async ({ round, id: notice, state, vars: { domain = '', wording = 0 } }) => {
        await desk.table.write({
          update: keys.notice(round, notice),
          set: { to: '', toName: '', vars: { domain, wording }, ...(state === 'pending' ? { state: 'stopped' } : {}) },
          remove: spentByMail,
          expect: { equals: { state } },
        });
      },
    );
    const done = job.done + Math.min(known.length, together);
    return { done, total: job.done + known.length, state: 'running' };
  }
  return { done: job.done, total: job.done, state: 'done', outcome: ['名簿の氏名とメールアドレスを削除しました。'] };
}
