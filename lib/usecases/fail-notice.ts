import { comparable, type DeadAddress } from '#lib/core/notices/dead-address.ts';
import { type FailedState, followUp } from '#lib/core/notices/follow-up.ts';
import { linkOf, type Notice, type NoticeState } from '#lib/core/notices/notice.ts';
import type { Write } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows, spentByMail } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';
import { issueLink } from './issue-link.ts';
import { noticeId, notify, stepOf } from './notify.ts';

/** What went wrong with a mail, and the states over which that may be written. */
export interface Failure {
  readonly state: FailedState;
  readonly reason?: string | undefined;
  readonly messageId?: string;
  readonly over: readonly NoticeState[];
  /** Why nothing more may go to the address. */
  readonly dead?: DeadAddress['why'];
}

/** Key under which an address is known to be dead. */
export const deadKey = (email: string) => keys.deadAddress(sha256(comparable(email)));

/** How often a writer tries again when others write beside it. */
const tries = 3;

/**
 * Records that a mail did not arrive and, in the same transaction, that its address is dead where it is, and the mail that follows:
 * a later retry, or one to the next contact. That one has a deterministic id too, so the same event never writes two.
 */
export async function failNotice(desk: Pick<Desk, 'table' | 'world'>, notice: Notice, failure: Failure): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const written = await desk.table.commit([
      {
        update: keys.notice(notice.round, notice.id),
        set: {
          state: failure.state,
          ...(failure.messageId === undefined ? {} : { messageId: failure.messageId }),
          ...(failure.reason === undefined ? {} : { reason: failure.reason }),
        },
        remove: spentByMail,
        expect: { equals: { id: notice.id }, oneOf: { state: failure.over } },
      },
      ...burial(desk, notice, failure),
      ...(await following(desk, notice, failure)),
    ]);
    if (written.ok || written.error.at[0]?.failed) return;
  }
  throw new Error(`what follows ${notice.id} could not be written`);
}

/** What is known of a dead address; of one on a list of people only its digest, for the list is deleted one day. */
function burial({ world }: Pick<Desk, 'world'>, { to, kind }: Notice, { dead, reason }: Failure): Write[] {
  if (dead === undefined || to === '') return [];
  const emailHash = sha256(comparable(to));
  const named = kind === 'announcement' ? { email: '' } : { email: to, reason };
  return [{ put: rows.deadAddress.item({ emailHash, ...named, why: dead, at: world.now() }) }];
}

/** The mail that follows; none to an invited colleague, for only who invited can correct the address, and none of an announcement, which has no next contact. */
async function following(desk: Pick<Desk, 'table' | 'world'>, notice: Notice, failure: Failure): Promise<Write[]> {
  if (notice.kind === 'colleague' || notice.kind === 'announcement') return [];
  const { table, world } = desk;
  const [round, organisation] = await Promise.all([
    find(table, rows.round, keys.round(notice.round)),
    find(table, rows.organisation, keys.organisation(notice.organisation)),
  ]);
  if (!round || !organisation) return [];
  const known = await table.getAll(organisation.contacts.map(({ email }) => deadKey(email)));
  const dead = new Set(known.map((item) => comparable(rows.deadAddress.read(item).email)));
  if (failure.dead !== undefined) dead.add(comparable(notice.to));
  const at = world.now();
  const next = followUp(notice, failure.state, organisation.contacts, (email) => dead.has(comparable(email)), at);
  if (!next) return [];
  const occasion = {
    round: round.id,
    kind: notice.kind,
    organisation: organisation.id,
    step: stepOf(notice),
    vars: notice.vars,
    also: notice.also,
    ...next,
    at,
    after: notice.id,
  };
  if (await table.get(keys.notice(round.id, noticeId(occasion)))) return [];
  const purpose = linkOf[notice.kind];
  if (purpose === undefined) return [notify(occasion)];
  const link = issueLink(world, round, organisation, purpose, next.to.name);
  return [link.write, notify({ ...occasion, token: link.token })];
}
