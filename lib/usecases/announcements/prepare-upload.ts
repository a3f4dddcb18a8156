import { type RejectedRecipient, readRecipients } from '#lib/core/announcements/read-recipients.ts';
import type { Recipient } from '#lib/core/announcements/recipient.ts';
import {
  difference,
  type ListUpload,
  mostRecipients,
  partSize,
  shownRejections,
  uploadDays,
} from '#lib/core/announcements/recipient-list.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { later } from '#lib/core/calendar/later.ts';
import { groupsOf } from '#lib/core/groups-of.ts';
import type { Places } from '#lib/core/organisations/read-register.ts';
import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { announcementRows } from './announcement-rows.ts';
import { readRecipientsOf, unsubscribedAmong } from './read-lists.ts';
import { refOf } from './unsubscribe-link.ts';

export type UploadRefused =
  | { readonly kind: 'no-such-list' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'nothing-to-take'; readonly rejected: readonly RejectedRecipient[] };

/** Reads a file of people who agreed and lays it beside the list with its difference and check totals. The list itself is untouched; what nobody takes in is forgotten after a week. */
export async function prepareUpload(
  desk: Desk,
  actor: Actor,
  file: {
    readonly list: string;
    readonly request: string;
    readonly filename: string;
    readonly cells: readonly (readonly string[])[];
    readonly places: Pick<Places, 'prefectures'>;
  },
): Promise<Result<ListUpload, UploadRefused>> {
  const list = await find(desk.table, announcementRows.recipientList, announcementKeys.recipientList(file.list));
  if (!list || list.forgottenAt !== undefined || !/^[0-9a-z]{1,40}$/.test(file.request)) {
    return refuse({ kind: 'no-such-list' });
  }
  const kept = await find(desk.table, announcementRows.listUpload, announcementKeys.listUpload(list.id, file.request));
  if (kept) return ok(kept);
  const at = desk.world.now();
  const read = readRecipients(file.cells, file.places, dayOfInstant(at));
  if (read.recipients.length > mostRecipients) return refuse({ kind: 'too-many' });
  const left = await unsubscribedAmong(
    desk,
    read.recipients.map(({ email }) => email),
  );
  const refused = read.recipients.filter(({ email }) => left.has(refOf(email)));
  const rejected = [
    ...read.rejected,
    ...refused.map(({ line }) => ({ line, reasons: ['配信停止の申し出があった方です。'] })),
  ].sort((a, b) => a.line - b.line);
  const people = read.recipients.filter(({ email }) => !left.has(refOf(email))).map(({ line: _line, ...one }) => one);
  if (people.length === 0) return refuse({ kind: 'nothing-to-take', rejected });
  const before = await readRecipientsOf(desk, list.id, list.upload);
  const upload: ListUpload = {
    list: list.id,
    id: file.request,
    filename: file.filename,
    at,
    by: personName(actor),
    seen: list.version,
    totals: {
      rows: people.length + rejected.length,
      accepted: people.length,
      rejected: rejected.length,
      ...difference(before, people),
    },
    rejected: rejected.slice(0, shownRejections).map(({ line, reasons }) => ({ line, reasons: [...reasons] })),
    ignored: [...read.ignored],
  };
  const until = later(at, { days: uploadDays });
  await desk.table.putAll(partsOf(upload, people, until));
  await desk.table.write({ put: announcementRows.listUpload.item(upload), expect: { absent: true } });
  return ok(upload);
}

/** An upload's people as rows, some under each key. */
export const partsOf = ({ list, id }: Pick<ListUpload, 'list' | 'id'>, people: readonly Recipient[], until?: string) =>
  groupsOf(people, partSize).map((recipients, part) =>
    announcementRows.listPart.item({
      list,
      upload: id,
      part,
      recipients,
      ...(until === undefined ? {} : { until }),
    }),
  );
