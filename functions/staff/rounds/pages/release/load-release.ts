import type { AreaStaffDesk } from '#functions/staff/desk.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { isReleasableRound, type Round } from '#lib/core/rounds/round.ts';
import { previewRelease, type ReleasePreview } from '#lib/usecases/preview-release.ts';
import { type Releasing, readReleasing } from '#lib/usecases/release-in-two.ts';

/** What the page of a release shows. */
export interface ReleaseView extends Releasing {
  /** Undefined when the round cannot be released now. */
  readonly release: ReleasePreview | undefined;
  readonly today: string;
}

/** Loads the page of a round's release for one person; undefined when there is no such round. */
export async function loadRelease(desk: AreaStaffDesk, actor: Actor, id: string): Promise<ReleaseView | undefined> {
  const now = await readReleasing(desk, actor, id);
  if (!now) return undefined;
  const { round, answers } = now;
  const release = isReleasableRound(round) ? await previewRelease(desk, round, answers) : undefined;
  return { ...now, release, today: dayOfInstant(desk.world.now()) };
}

/** Where a round stands whose answers cannot be handed on now: at its work while it is being released. */
export const placeOf = ({ id, state, job }: Round): string =>
  state === 'releasing' && job !== undefined ? `/s/jobs/${job}` : `/s/rounds/${id}`;
