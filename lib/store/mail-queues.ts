import { isTrial, outboxOf } from '#lib/core/announcements/announcement.ts';
import type { Key, Queue } from '#lib/core/ports.ts';
import { keys } from './keys.ts';

const outboxes = keys.notice(outboxOf(''), '').pk;

/** Whether the mail that lies there is one of an announcement's thousands; a trial, for which one person waits, is not. */
export const isBulkMail = ({ pk, sk }: Key): boolean => pk.startsWith(outboxes) && !isTrial(sk);

/** The two queues of mails as one: an announcement's thousands wait in one of their own, so that every other mail overtakes them. */
export const mailQueues = (queues: { readonly prompt: Queue<Key>; readonly bulk: Queue<Key> }): Queue<Key> => ({
  async send(...places) {
    await Promise.all([
      queues.prompt.send(...places.filter((place) => !isBulkMail(place))),
      queues.bulk.send(...places.filter(isBulkMail)),
    ]);
  },
});
