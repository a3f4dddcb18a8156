import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type AnswerStanding, isReleasable } from '#lib/core/rounds/answer.ts';
import { passedOn } from '#lib/core/rounds/release-proposal.ts';
import { isReleasableRound, type Round } from '#lib/core/rounds/round.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';
import { keepRound } from './keep-round.ts';
import { type MoveRefused, releaseRound } from './move-round.ts';
import { readRound, standingsOf } from './read-round.ts';
import { type BeforeTwo, mayAsk, mayConfirm, proposalBy, standingBefore, type TwoRefused } from './two-people.ts';

/** A round before its release, to one person. */
export interface Releasing extends BeforeTwo {
  readonly round: Round;
  readonly answers: readonly AnswerStanding[];
}

/** Reads a round as its release would be now; undefined when there is no such round. */
export async function readReleasing(desk: Desk, actor: Actor, id: string): Promise<Releasing | undefined> {
  const [round, answers] = await Promise.all([readRound(desk, id), standingsOf(desk, id)]);
  if (!round) return undefined;
  const covers = sha256(passedOn(answers));
  const standing = standingBefore(actor, round.releaseProposal, covers);
  return { round, answers, empty: !answers.some(isReleasable), covers, standing };
}

/** Asks that a round's answers be handed on as they stand: the first of two people. Asking again replaces what was asked; what was `seen` must still be what there is. */
export async function proposeRelease(
  desk: Desk,
  actor: Actor,
  id: string,
  seen: string,
): Promise<Result<Round, TwoRefused>> {
  const now = await readReleasing(desk, actor, id);
  if (!now) return refuse({ kind: 'no-such-round' });
  const { round, covers } = now;
  if (!isReleasableRound(round)) return refuse({ kind: 'wrong-state', state: round.state });
  const asked = mayAsk(now, seen);
  if (!asked.ok) return asked;
  if (now.standing === 'own') return ok(round);
  const at = desk.world.now();
  const releaseProposal = proposalBy(actor, at, covers);
  return keepRound(desk, actor, round, { releaseProposal }, { at, act: 'round.propose-release', detail: { covers } });
}

/** Takes back what was asked, by whoever asked or by whom it was put to; nothing asked, nothing changes. */
export async function withdrawRelease(desk: Desk, actor: Actor, id: string): Promise<Result<Round, MoveRefused>> {
  const round = await readRound(desk, id);
  if (!round) return refuse({ kind: 'no-such-round' });
  if (!isReleasableRound(round)) return refuse({ kind: 'wrong-state', state: round.state });
  if (!round.releaseProposal) return ok(round);
  const told = { at: desk.world.now(), act: 'round.withdraw-release' };
  return keepRound(desk, actor, round, { releaseProposal: undefined }, told);
}

/** Confirms what another person asked for, and orders the release: the second of two people. */
export async function confirmRelease(
  desk: Desk,
  actor: Actor,
  id: string,
  seen: string,
): Promise<Result<Round, TwoRefused>> {
  const now = await readReleasing(desk, actor, id);
  if (!now) return refuse({ kind: 'no-such-round' });
  if (now.round.state === 'releasing') return ok(now.round);
  const confirmed = mayConfirm(now, seen);
  return confirmed.ok ? releaseRound(desk, actor, id, now.round) : confirmed;
}
