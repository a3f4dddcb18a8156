import { type Approach, isOpenedBy } from '#lib/core/approaches/approach.ts';
import { emptyChain } from '#lib/core/audit/entry.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { MatchDesk } from './desk.ts';
import { notify } from './notify.ts';
import { closedFor, openList } from './open-list.ts';

export type ApproachRefused =
  | { readonly kind: 'message-missing' }
  | { readonly kind: 'message-too-long' }
  /** The partner is not in the hospital's own list. */
  | { readonly kind: 'not-in-list' }
  /** The partner takes no requests at present. */
  | { readonly kind: 'closed'; readonly because: string }
  | { readonly kind: 'no-contact'; readonly of: 'own' | 'partner' }
  /** The partner itself opened the conversation before. */
  | { readonly kind: 'already-asked'; readonly approach: Approach };

/** Longest message of a 打診, characters. */
export const messageLimit = 1000;

/** A wish to talk with a partner of one's own list. */
export interface ApproachWish {
  readonly round: string;
  readonly organisation: string;
  readonly partner: string;
  readonly message: string;
}

/** A hospital asks to talk with a partner of its list (打診): one record and one mail a pair and round, however often the button is pressed. */
export async function startApproach(
  desk: MatchDesk,
  actor: Actor,
  wish: ApproachWish,
): Promise<Result<Approach, ApproachRefused>> {
  const message = wish.message.trim();
  if (message === '') return refuse({ kind: 'message-missing' });
  if ([...message].length > messageLimit) return refuse({ kind: 'message-too-long' });
  const opened = await openList(desk, wish);
  const entry = opened.ok ? opened.value.list.entry(wish.partner) : undefined;
  if (!opened.ok || !entry) return refuse({ kind: 'not-in-list' });
  const openedBy = opened.value.side;
  const pair =
    openedBy === 'source'
      ? { source: wish.organisation, destination: wish.partner }
      : { source: wish.partner, destination: wish.organisation };
  const before = await find(desk.table, rows.approach, keys.approach(wish.round, pair.source, pair.destination));
  if (before) return repeated(before, wish.organisation);
  const closed = closedFor(opened.value, entry);
  if (closed !== null) return refuse({ kind: 'closed', because: closed });
  const [own, partner] = await Promise.all([
    find(desk.table, rows.organisation, keys.organisation(wish.organisation)),
    find(desk.table, rows.organisation, keys.organisation(wish.partner)),
  ]);
  const [from, to] = [own?.contacts[0], partner?.contacts[0]];
  if (!own || !from) return refuse({ kind: 'no-contact', of: 'own' });
  if (!partner || !to) return refuse({ kind: 'no-contact', of: 'partner' });
  const at = desk.world.now();
  const [source, destination] = openedBy === 'source' ? [own, partner] : [partner, own];
  const approach: Approach = {
    round: wish.round,
    source: source.id,
    sourceName: source.name,
    destination: destination.id,
    destinationName: destination.name,
    openedBy,
    state: 'asked',
    message,
    contact: { name: from.name, email: from.email, telephone: from.telephone },
    startedAt: at,
    version: 1,
  };
  const vars = {
    sourceName: own.name,
    contactName: from.name,
    contactEmail: from.email,
    contactTelephone: from.telephone ?? '',
    message,
  };
  const aggregate = `${wish.round}#${source.id}#${destination.id}`;
  const written = await desk.table.commit([
    { put: rows.approach.item(approach), expect: { absent: true } },
    audited(emptyChain, { aggregate, at, actor, act: 'approach.start' }).write,
    notify({ round: wish.round, kind: 'approach', organisation: partner.id, step: own.id, to, vars, at }),
  ]);
  if (written.ok) return ok(approach);
  const kept = await find(desk.table, rows.approach, keys.approach(wish.round, source.id, destination.id));
  if (!kept) throw new Error(`approach ${aggregate} was neither written nor there`);
  return repeated(kept, wish.organisation);
}

/** What was begun before stands: a second press by the same side succeeds and changes nothing. */
const repeated = (before: Approach, organisation: string): Result<Approach, ApproachRefused> =>
  isOpenedBy(before, organisation) ? ok(before) : refuse({ kind: 'already-asked', approach: before });
