import { byId } from '#lib/core/matching/allocation/round/quota-round.ts';
import type { Ranking } from '#lib/core/matching/rank/ranking.ts';
import type { MatchEdition } from '#lib/core/program.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { MatchDesk } from './desk.ts';
import { findSurvey } from './find-survey.ts';
import { rankingOf } from './open-list.ts';
import { allRounds } from './read-round.ts';
import { type ReleasedPool, readPool } from './released-pool.ts';

/** A released round's pool, opened for looking at all its lists together. */
export interface OpenPool {
  readonly round: Round;
  readonly edition: MatchEdition;
  readonly ranking: Ranking;
  readonly released: ReleasedPool;
}

/** Rounds whose answers were released, the last released first. */
export const releasedRounds = async (desk: MatchDesk): Promise<readonly Round[]> =>
  (await allRounds(desk))
    .filter(({ state }) => state === 'released' || state === 'ended')
    .sort((a, b) => byId(b.releasedAt ?? '', a.releasedAt ?? ''));

/** Opens a round's pool; refused where nothing was released, or a programme that is no longer installed released it. */
export async function openPool(
  desk: MatchDesk,
  round: Round,
): Promise<Result<OpenPool, { readonly kind: 'not-released' }>> {
  const [found, released] = await Promise.all([findSurvey(desk, round), readPool(desk.table, round)]);
  if (!found || !released) return refuse({ kind: 'not-released' });
  const { edition } = found;
  return ok({ round, edition, released, ranking: rankingOf(edition.matching, released.pool) });
}
