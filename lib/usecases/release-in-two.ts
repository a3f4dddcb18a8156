import type { Actor } from '#lib/core/permission/actor.ts';
import { personName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type ProposalStanding, passedOn, standingOf } from '#lib/core/rounds/release-proposal.ts';
import { isReleasableRound, type Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';
import { type MoveRefused, releaseRound } from './move-round.ts';
import { answersOf } from './read-round.ts';

/** Why a release is not asked for or confirmed: there is no answer to pass on; nobody, or the same person, asked for it; or answers changed since. */
export type ReleaseRefused =
  | MoveRefused
  | { readonly kind: 'nothing-to-release' }
  | { readonly kind: 'not-given'; readonly standing: ProposalStanding };

/** A release of the round as it would be now: its digest, which pages carry, or undefined where there is nothing to pass on. */
async function coversNow(desk: Desk, id: string): Promise<string | undefined> {
  const text = passedOn(await answersOf(desk, id));
  return text === '' ? undefined : sha256(text);
}

/** The account of whoever acts; '' for who has none. */
export const accountOf = (actor: Actor): string => ('id' in actor ? actor.id : '');

/** Asks that a round's answers be handed on as they stand: the first of two people. Asking again replaces what was asked; what was `seen` must still be what there is. */
export async function proposeRelease(
  desk: Desk,
  actor: Actor,
  id: string,
  seen: string,
): Promise<Result<Round, ReleaseRefused>> {
  const [before, covers] = await Promise.all([find(desk.table, rows.round, keys.round(id)), coversNow(desk, id)]);
  if (!before) return refuse({ kind: 'no-such-round' });
  if (!isReleasableRound(before)) return refuse({ kind: 'wrong-state', state: before.state });
  if (covers === undefined) return refuse({ kind: 'nothing-to-release' });
  if (covers !== seen) return refuse({ kind: 'not-given', standing: 'lapsed' });
  const { releaseProposal } = before;
  if (standingOf(releaseProposal, covers, accountOf(actor)) === 'own') return ok(before);
  const at = desk.world.now();
  const act = { aggregate: id, at, actor, act: 'round.propose-release', detail: { covers } };
  const trail = audited(before.chain, act);
  const proposal = { by: accountOf(actor), name: personName(actor), at, covers };
  const after: Round = { ...before, releaseProposal: proposal, version: before.version + 1, chain: trail.chain };
  const written = await desk.table.commit([
    { put: rows.round.item(after), expect: { equals: { version: before.version } } },
    trail.write,
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}

/** Confirms what another person asked for, and orders the release: the second of two people. */
export async function confirmRelease(
  desk: Desk,
  actor: Actor,
  id: string,
  seen: string,
): Promise<Result<Round, ReleaseRefused>> {
  const [before, covers] = await Promise.all([find(desk.table, rows.round, keys.round(id)), coversNow(desk, id)]);
  if (!before) return refuse({ kind: 'no-such-round' });
  if (before.state === 'releasing') return ok(before);
  if (covers === undefined) return refuse({ kind: 'nothing-to-release' });
  const standing = covers === seen ? standingOf(before.releaseProposal, covers, accountOf(actor)) : 'lapsed';
  if (standing !== 'given') return refuse({ kind: 'not-given', standing });
  return releaseRound(desk, actor, id, before);
}
