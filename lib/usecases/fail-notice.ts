import { isTrial, mailTo } from '#lib/core/announcements/announcement.ts';
import { comparable, type DeadAddress } from '#lib/core/notices/dead-address.ts';
import { type FailedState, type FollowUp, followUp, retryAt } from '#lib/core/notices/follow-up.ts';
import type { Gathered, Notice, NoticeState } from '#lib/core/notices/notice.ts';
import type { Write } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows, spentByMail } from '#lib/store/rows.ts';
import { refOf } from './announcements/unsubscribe-link.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';
import { freshLinks } from './fresh-links.ts';
import { noticeId, notify, stepOf } from './notify.ts';

/** What went wrong with a mail, and the states over which that may be written. */
export interface Failure {
  readonly state: FailedState;
  readonly reason?: string | undefined;
  readonly messageId?: string;
  /** When SES's event was raised, ISO instant; absent where no event told it. */
  readonly at?: string;
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
          messageId: failure.messageId,
          reason: failure.reason,
          settledAt: failure.at,
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

/** The mails that follow; none to an invited colleague, for only who invited can correct the address, and of an announcement only a retry, for its people have no next contact. What one mail gathered goes on to each organisation's own next contact, and again in one mail where that is the same. */
async function following(desk: Pick<Desk, 'table' | 'world'>, notice: Notice, failure: Failure): Promise<Write[]> {
  if (notice.kind === 'colleague') return [];
  if (notice.kind === 'announcement') return retried(notice, failure.state, desk.world.now());
  const own: Gathered = { round: notice.round, organisation: notice.organisation, step: stepOf(notice) };
  const byOrganisation = Map.groupBy([own, ...(notice.also ?? [])], ({ organisation }) => organisation);
  const turns = await Promise.all(
    [...byOrganisation].map(async ([organisation, parts]) => {
      const next = await nextFor(desk, notice, failure, organisation);
      return next ? [{ next, parts }] : [];
    }),
  );
  const mails = Map.groupBy(turns.flat(), ({ next }) => `${comparable(next.to.email)} ${next.dueAt}`);
  const writes = await Promise.all([...mails.values()].map((together) => followingMail(desk, notice, own, together)));
  return writes.flat();
}

/** An announcement's mail once more to the same person, later; a trial is not tried again. */
function retried(notice: Notice, failed: FailedState, at: string): Write[] {
  const dueAt = retryAt(notice, failed, at);
  if (dueAt === undefined || isTrial(notice.id) || notice.to === '') return [];
  const { round, kind, organisation, to, toName, vars } = notice;
  const retry = (notice.retry ?? 0) + 1;
  const id = `${mailTo(refOf(to))}.${retry}`;
  const row = { round, id, kind, organisation, to, toName, vars, retry, after: notice.id, dueAt, createdAt: at };
  return [{ put: rows.notice.item({ ...row, state: 'pending', attempt: 0 }), expect: { absent: true } }];
}

/** Who hears next what an organisation should have heard, and when. */
async function nextFor(
  { table, world }: Pick<Desk, 'table' | 'world'>,
  notice: Notice,
  failure: Failure,
  id: string,
): Promise<FollowUp | undefined> {
  const organisation = await find(table, rows.organisation, keys.organisation(id));
  if (!organisation) return undefined;
  const known = await table.getAll(organisation.contacts.map(({ email }) => deadKey(email)));
  const dead = new Set(known.map((item) => comparable(rows.deadAddress.read(item).email)));
  if (failure.dead !== undefined) dead.add(comparable(notice.to));
  return followUp(notice, failure.state, organisation.contacts, (email) => dead.has(comparable(email)), world.now());
}

/** One mail to one next address for all that it should hear; it depends on the failed one while that one's own round is in it. */
async function followingMail(
  desk: Pick<Desk, 'table' | 'world'>,
  notice: Notice,
  own: Gathered,
  together: readonly { readonly next: FollowUp; readonly parts: readonly Gathered[] }[],
): Promise<readonly Write[]> {
  const [first, ...also] = together.flatMap(({ parts }) => parts);
  const next = together[0]?.next;
  if (!first || !next) return [];
  const occasion = {
    ...first,
    kind: notice.kind,
    vars: notice.vars,
    ...(also.length === 0 ? {} : { also }),
    ...next,
    at: desk.world.now(),
    ...(first === own ? { after: notice.id } : {}),
  };
  if (await desk.table.get(keys.notice(first.round, noticeId(occasion)))) return [];
  const links = await freshLinks(desk, { ...occasion, toName: next.to.name });
  return [...links.writes, notify({ ...occasion, ...links.tokens })];
}
