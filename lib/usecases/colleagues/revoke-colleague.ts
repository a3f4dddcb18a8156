import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { changeAnswer } from '../change-answer.ts';
import type { Desk } from '../desk.ts';

export interface RevocationRefused {
  readonly kind: 'no-such-colleague' | 'moved-meanwhile';
}

/** Takes back a colleague's link; whoever is signed in through it is signed out with the next page. Safe to repeat. */
export async function revokeColleague(
  { table, world }: Desk,
  actor: Actor,
  wish: { readonly round: string; readonly organisation: string; readonly colleague: string },
): Promise<Result<void, RevocationRefused>> {
  const key = keys.colleague(wish.round, wish.organisation, wish.colleague);
  const [person, answer] = await Promise.all([
    find(table, rows.colleague, key),
    find(table, rows.answer, keys.answer(wish.round, wish.organisation)),
  ]);
  if (!person || !answer) return refuse({ kind: 'no-such-colleague' });
  if (person.revokedAt !== undefined) return ok(undefined);
  const at = world.now();
  const { writes } = changeAnswer(answer, answer, {
    at,
    actor,
    act: 'colleague.revoke',
    detail: { colleague: person.id, name: person.name },
  });
  const written = await table.commit([
    ...writes,
    { update: key, set: { revokedAt: at }, expect: { present: true } },
    { update: keys.capability(person.tokenHash), set: { revokedAt: at }, expect: { present: true } },
  ]);
  return written.ok ? ok(undefined) : refuse({ kind: 'moved-meanwhile' });
}
