import type { Approach } from '#lib/core/approaches/approach.ts';
import { emptyChain } from '#lib/core/audit/entry.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { notify } from './notify.ts';

export type ApproachRefused =
  | { readonly kind: 'message-missing' }
  | { readonly kind: 'message-too-long' }
  | { readonly kind: 'no-such-hospital' }
  | { readonly kind: 'no-contact' };

/** Longest message of a 打診, characters. */
export const messageLimit = 1000;

/** A 連携元 asks to talk with a 連携先 (打診): one record and one mail a pair and round, however often the button is pressed. */
export async function startApproach(
  desk: Desk,
  actor: Actor,
  wish: { readonly round: string; readonly source: string; readonly destination: string; readonly message: string },
): Promise<Result<Approach, ApproachRefused>> {
  const message = wish.message.trim();
  if (message === '') return refuse({ kind: 'message-missing' });
  if ([...message].length > messageLimit) return refuse({ kind: 'message-too-long' });
  const [source, destination] = await Promise.all([
    find(desk.table, rows.organisation, keys.organisation(wish.source)),
    find(desk.table, rows.organisation, keys.organisation(wish.destination)),
  ]);
  if (!source || !destination) return refuse({ kind: 'no-such-hospital' });
  const [from, to] = [source.contacts[0], destination.contacts[0]];
  if (!from || !to) return refuse({ kind: 'no-contact' });
  const at = desk.world.now();
  const approach: Approach = {
    round: wish.round,
    source: source.id,
    sourceName: source.name,
    destination: destination.id,
    destinationName: destination.name,
    state: 'asked',
    message,
    contact: { name: from.name, email: from.email, telephone: from.telephone },
    startedAt: at,
    version: 1,
  };
  const aggregate = `${wish.round}#${source.id}#${destination.id}`;
  const vars = {
    sourceName: source.name,
    contactName: from.name,
    contactEmail: from.email,
    contactTelephone: from.telephone ?? '',
    message,
  };
  const written = await desk.table.commit([
    { put: rows.approach.item(approach), expect: { absent: true } },
    audited(emptyChain, { aggregate, at, actor, act: 'approach.start' }).write,
    notify({ round: wish.round, kind: 'approach', organisation: destination.id, step: source.id, to, vars, at }),
  ]);
  if (written.ok) return ok(approach);
  const kept = written.error.at[0]?.item;
  return ok(kept ? rows.approach.read(kept) : approach);
}
