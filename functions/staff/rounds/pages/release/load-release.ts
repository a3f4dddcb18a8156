import type { AreaStaffDesk } from '#functions/staff/desk.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { isReleasableRound, type Round } from '#lib/core/rounds/round.ts';
import { previewRelease, type ReleasePreview } from '#lib/usecases/preview-release.ts';
import { answersOf, readRound } from '#lib/usecases/read-round.ts';

/** What the page of a release shows. */
export interface ReleaseView {
  readonly round: Round;
  /** Undefined when the round cannot be released now. */
  readonly release: ReleasePreview | undefined;
  readonly today: string;
}

/** Loads the page of a round's release; undefined when there is no such round. */
export async function loadRelease(desk: AreaStaffDesk, id: string): Promise<ReleaseView | undefined> {
  const [round, answers] = await Promise.all([readRound(desk, id), answersOf(desk, id)]);
  if (!round) return undefined;
  const release = isReleasableRound(round) ? await previewRelease(desk, round, answers) : undefined;
  return { round, release, today: dayOfInstant(desk.world.now()) };
}

/** Where a round stands whose answers cannot be handed on now: at its work while it is being released. */
export const placeOf = ({ id, state, job }: Round): string =>
  state === 'releasing' && job !== undefined ? `/s/jobs/${job}` : `/s/rounds/${id}`;
