import type { AreaStaffDesk } from '#functions/staff/desk.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { type ProposalStanding, passedOn, standingOf } from '#lib/core/rounds/release-proposal.ts';
import { isReleasableRound, type Round } from '#lib/core/rounds/round.ts';
import { sha256 } from '#lib/usecases/digest.ts';
import { previewRelease, type ReleasePreview } from '#lib/usecases/preview-release.ts';
import { answersOf, readRound } from '#lib/usecases/read-round.ts';
import { accountOf } from '#lib/usecases/release-in-two.ts';

/** What the page of a release shows. */
export interface ReleaseView {
  readonly round: Round;
  /** Undefined when the round cannot be released now. */
  readonly release: ReleasePreview | undefined;
  /** Digest of what would be passed on; two people confirm the same. */
  readonly covers: string;
  readonly standing: ProposalStanding;
  readonly today: string;
}

/** Loads the page of a round's release for one person; undefined when there is no such round. */
export async function loadRelease(desk: AreaStaffDesk, actor: Actor, id: string): Promise<ReleaseView | undefined> {
  const [round, answers] = await Promise.all([readRound(desk, id), answersOf(desk, id)]);
  if (!round) return undefined;
  const covers = sha256(passedOn(answers));
  return {
    round,
    release: isReleasableRound(round) ? await previewRelease(desk, round, answers) : undefined,
    covers,
    standing: standingOf(round.releaseProposal, covers, accountOf(actor)),
    today: dayOfInstant(desk.world.now()),
  };
}

/** Where a round stands whose answers cannot be handed on now: at its work while it is being released. */
export const placeOf = ({ id, state, job }: Round): string =>
  state === 'releasing' && job !== undefined ? `/s/jobs/${job}` : `/s/rounds/${id}`;
