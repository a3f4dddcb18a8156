import type { Actor } from '#lib/core/permission/actor.ts';
import { personName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, isCorrected } from '#lib/core/rounds/answer.ts';
import { type ProposalStanding, standingOf } from '#lib/core/rounds/release-proposal.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';
import { keepRound } from './keep-round.ts';
import type { MoveRefused } from './move-round.ts';
import { answersOf, readRound } from './read-round.ts';
import { newJob } from './start-job.ts';

/** Why what was released is not updated: no corrected answer is approved; nobody, or the same person, asked for it; or answers changed since. */
export type UpdateRefused =
  | MoveRefused
  | { readonly kind: 'nothing-to-release' }
  | { readonly kind: 'not-given'; readonly standing: ProposalStanding };

/** A released round and the answers that may be corrected, to one person. */
export interface Updating {
  readonly round: Round;
  /** Answers with leave to be corrected, whatever came of it. */
  readonly corrections: readonly Answer[];
  /** Those of them that an update would pass on now. */
  readonly ready: readonly Answer[];
  /** Digest of what an update would pass on, which pages carry; two people confirm the same. */
  readonly covers: string;
  readonly standing: ProposalStanding;
}

/** Reads a round as an update of what it released would be now; undefined when there is no such round, or it released nothing. */
export async function readUpdating(desk: Desk, actor: Actor, id: string): Promise<Updating | undefined> {
  const [round, answers] = await Promise.all([readRound(desk, id), answersOf(desk, id)]);
  if (round?.state !== 'released') return undefined;
  const corrections = answers.filter(({ correction }) => correction !== undefined);
  const ready = corrections.filter(isCorrected);
  const covers = sha256(ready.map(({ organisation, revision }) => `${organisation}#${revision}`).join('\n'));
  const standing = standingOf(round.updateProposal, covers, accountOf(actor));
  return { round, corrections, ready, covers, standing };
}

const accountOf = (actor: Actor): string => ('id' in actor ? actor.id : '');

/** Asks that corrected answers be passed on: the first of two people. What was `seen` must still be what there is. */
export async function proposeUpdate(
  desk: Desk,
  actor: Actor,
  id: string,
  seen: string,
): Promise<Result<Round, UpdateRefused>> {
  const now = await readUpdating(desk, actor, id);
  if (!now) return refuse({ kind: 'no-such-round' });
  const { round, covers } = now;
  if (round.updating) return refuse({ kind: 'moved-meanwhile' });
  if (now.ready.length === 0) return refuse({ kind: 'nothing-to-release' });
  if (covers !== seen) return refuse({ kind: 'not-given', standing: 'lapsed' });
  if (now.standing === 'own') return ok(round);
  const at = desk.world.now();
  const updateProposal = { by: accountOf(actor), name: personName(actor), at, covers };
  return keepRound(desk, actor, round, { updateProposal }, { at, act: 'round.propose-update', detail: { covers } });
}

/** Confirms what another person asked for, and orders the update of exactly those revisions: the second of two people. */
export async function confirmUpdate(
  desk: Desk,
  actor: Actor,
  id: string,
  seen: string,
): Promise<Result<Round, UpdateRefused>> {
  const now = await readUpdating(desk, actor, id);
  if (!now) return refuse({ kind: 'no-such-round' });
  const { round, ready } = now;
  if (round.updating) return ok(round);
  if (ready.length === 0) return refuse({ kind: 'nothing-to-release' });
  const standing = now.covers === seen ? now.standing : 'lapsed';
  if (standing !== 'given') return refuse({ kind: 'not-given', standing });
  const { job, write } = newJob(desk, actor, { kind: 'update-released', title: '提供した内容の更新', round: id });
  const update = (round.updates ?? 0) + 1;
  const revisions = Object.fromEntries(ready.map(({ organisation, revision }) => [organisation, revision]));
  const change = { updating: { update, revisions }, updateProposal: undefined, job: job.id };
  const detail = { update, answers: ready.map((one) => `${one.organisation}#${one.revision}`).join(' ') };
  return keepRound(desk, actor, round, change, { at: desk.world.now(), act: 'round.updating', detail }, [write]);
}
