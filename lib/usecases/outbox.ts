import {
  type Announcement,
  announcementIn,
  outboxOf as announcementOutbox,
} from '#lib/core/announcements/announcement.ts';
import type { Act, Chain } from '#lib/core/audit/entry.ts';
import {
  type Distribution,
  distributionIn,
  outboxOf as documentOutbox,
  isOut,
} from '#lib/core/distributions/distribution.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { may } from '#lib/core/permission/table.ts';
import type { Item, Write } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { announcementKeys } from '#lib/store/announcement-keys.ts';
import { distributionKeys } from '#lib/store/distribution-keys.ts';
import { keys, lists, outboxAt } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { announcementRows } from './announcements/announcement-rows.ts';
import { allAnnouncements } from './announcements/read-announcements.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { distributionRows } from './distributions/distribution-rows.ts';
import { allDistributions } from './distributions/read-distributions.ts';
import { allRounds } from './read-round.ts';

type Reader = Pick<Desk, 'table'>;

/** What mails lie together for: a round, a document or an announcement. */
export interface Outbox {
  /** Partition of the outbox, which every mail of it names as its `round`. */
  readonly id: string;
  readonly kind: 'round' | 'document' | 'announcement';
  /** Id of the round, document or announcement itself. */
  readonly of: string;
  readonly title: string;
  /** Whose own it is: 'ministry', or a prefecture's code. */
  readonly office: string;
  /** The writes that put an act on one of its mails into its audit trail; they fail when somebody moved it meanwhile. */
  readonly noted: (act: Omit<Act, 'aggregate'>) => readonly Write[];
}

/** Reads what the mails of one partition lie there for; undefined where there is none such, as for a canary. */
export async function readOutbox({ table }: Reader, id: string): Promise<Outbox | undefined> {
  if (id === documentOutbox(distributionIn(id))) {
    const key = distributionKeys.distribution(distributionIn(id));
    const found = await find(table, distributionRows.distribution, key);
    return found && ofDocument(found);
  }
  if (id === announcementOutbox(announcementIn(id))) {
    const key = announcementKeys.announcement(announcementIn(id));
    const found = await find(table, announcementRows.announcement, key);
    return found && ofAnnouncement(found);
  }
  const round = await find(table, rows.round, keys.round(id));
  return round && ofRound(round);
}

/** Everything that mails were sent for and whose mails somebody may see: rounds, then documents, then announcements, the newest of each first. */
export async function outboxesFor(desk: Reader, actor: Actor): Promise<readonly Outbox[]> {
  const [rounds, documents, announcements] = await Promise.all([
    allRounds(desk),
    allDistributions(desk, undefined),
    allAnnouncements(desk),
  ]);
  return [
    ...rounds.filter(hasMails).map(ofRound),
    ...documents.filter(isOut).map(ofDocument),
    ...announcements.filter(({ state }) => state !== 'draft' && state !== 'scheduled').map(ofAnnouncement),
  ].filter(({ office }) => may(actor, 'notice.see', { office }));
}

/** How many mails of each partition stand as 送信結果不明 with nobody but a person to decide. */
export async function unknownByOutbox({ table }: Reader): Promise<ReadonlyMap<string, number>> {
  const items = await allItems(table, { index: 'gsi2', pk: lists.unknownNotices() });
  return new Map([...Map.groupBy(items, outboxAt)].map(([id, all]) => [id, all.length]));
}

const hasMails = ({ state, checkedAt }: Round): boolean =>
  (state !== 'preparing' && state !== 'cancelled') || checkedAt !== undefined;

const ofRound = (round: Round): Outbox => ({
  id: round.id,
  kind: 'round',
  of: round.id,
  title: round.title,
  office: ownerOf(round),
  noted: (act) => noted(round, round.id, act, rows.round.item),
});

const ofDocument = (one: Distribution): Outbox => ({
  id: documentOutbox(one.id),
  kind: 'document',
  of: one.id,
  title: one.title,
  office: one.office,
  noted: (act) => noted(one, `document#${one.id}`, act, distributionRows.distribution.item),
});

const ofAnnouncement = (one: Announcement): Outbox => ({
  id: announcementOutbox(one.id),
  kind: 'announcement',
  of: one.id,
  title: one.subject,
  office: 'ministry',
  noted: (act) => noted(one, `announcement#${one.id}`, act, announcementRows.announcement.item),
});

function noted<T extends { readonly version: number; readonly chain: Chain }>(
  before: T,
  aggregate: string,
  act: Omit<Act, 'aggregate'>,
  item: (row: T) => Item,
): readonly Write[] {
  const { chain, write } = audited(before.chain, { ...act, aggregate });
  const after = { ...before, version: before.version + 1, chain };
  return [{ put: item(after), expect: { equals: { version: before.version } } }, write];
}
