import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, isCorrected } from '#lib/core/rounds/answer.ts';
import { revisionsIn } from '#lib/core/rounds/release-proposal.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';
import { keepRound } from './keep-round.ts';
import type { MoveRefused } from './move-round.ts';
import { answersOf, readRound } from './read-round.ts';
import { newJob } from './start-job.ts';
import { type BeforeTwo, mayAsk, mayConfirm, proposalBy, standingBefore, type TwoRefused } from './two-people.ts';

/** A released round and the answers that may be corrected, to one person. */
export interface Updating extends BeforeTwo {
  readonly round: Round;
  /** Answers with leave to be corrected, whatever came of it. */
  readonly corrections: readonly Answer[];
  /** Those of them that an update would pass on now. */
  readonly ready: readonly Answer[];
}

/** Reads a round as an update of what it released would be now; undefined when there is no such round, or it released nothing. */
export async function readUpdating(desk: Desk, actor: Actor, id: string): Promise<Updating | undefined> {
  const [round, answers] = await Promise.all([readRound(desk, id), answersOf(desk, id)]);
  if (round?.state !== 'released') return undefined;
  const corrections = answers.filter(({ correction }) => correction !== undefined);
  const ready = corrections.filter(isCorrected);
  const covers = sha256(revisionsIn(ready));
  const standing = standingBefore(actor, round.updateProposal, covers);
  return { round, corrections, ready, empty: ready.length === 0, covers, standing };
}

/** Asks that corrected answers be passed on: the first of two people. What was `seen` must still be what there is. */
export async function proposeUpdate(
  desk: Desk,
  actor: Actor,
  id: string,
  seen: string,
): Promise<Result<Round, TwoRefused>> {
  const now = await readUpdating(desk, actor, id);
  if (!now) return refuse({ kind: 'no-such-round' });
  const { round, covers } = now;
  if (round.updating) return refuse({ kind: 'moved-meanwhile' });
  const asked = mayAsk(now, seen);
  if (!asked.ok) return asked;
  if (now.standing === 'own') return ok(round);
  const at = desk.world.now();
  const updateProposal = proposalBy(actor, at, covers);
  return keepRound(desk, actor, round, { updateProposal }, { at, act: 'round.propose-update', detail: { covers } });
}

/** Takes back what was asked, by whoever asked or by whom it was put to; nothing asked, nothing changes. */
export async function withdrawUpdate(desk: Desk, actor: Actor, id: string): Promise<Result<Round, MoveRefused>> {
  const round = await readRound(desk, id);
  if (!round) return refuse({ kind: 'no-such-round' });
  if (!round.updateProposal) return ok(round);
  const told = { at: desk.world.now(), act: 'round.withdraw-update' };
  return keepRound(desk, actor, round, { updateProposal: undefined }, told);
}

/** Confirms what another person asked for, and orders the update of exactly those revisions: the second of two people. */
export async function confirmUpdate(
  desk: Desk,
  actor: Actor,
  id: string,
  seen: string,
): Promise<Result<Round, TwoRefused>> {
  const now = await readUpdating(desk, actor, id);
  if (!now) return refuse({ kind: 'no-such-round' });
  const { round, ready } = now;
  if (round.updating) return ok(round);
  const confirmed = mayConfirm(now, seen);
  if (!confirmed.ok) return confirmed;
  const { job, write } = newJob(desk, actor, { kind: 'update-released', title: '提供した内容の更新', round: id });
  const update = (round.updates ?? 0) + 1;
  const revisions = Object.fromEntries(ready.map(({ organisation, revision }) => [organisation, revision]));
  const change = { updating: { update, revisions }, updateProposal: undefined, job: job.id };
  const detail = { update, answers: ready.map((one) => `${one.organisation}#${one.revision}`).join(' ') };
  return keepRound(desk, actor, round, change, { at: desk.world.now(), act: 'round.updating', detail }, [write]);
}
