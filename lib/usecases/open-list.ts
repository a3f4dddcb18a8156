import type { Pool } from '#lib/core/matching/rank/pool.ts';
import type { Entry, RankedList, Ranking } from '#lib/core/matching/rank/ranking.ts';
import type { Direction, Weights } from '#lib/core/matching/rank/scoring-rule.ts';
import type { MatchingRule } from '#lib/core/matching/rule.ts';
import type { MatchEdition, Side, Survey } from '#lib/core/program.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { MatchDesk } from './desk.ts';
import { findSurvey } from './find-survey.ts';
import { type ReleasedPool, readPool } from './released-pool.ts';

/** One hospital's own ranked list in a round, and what it was computed from. */
export interface OpenList {
  readonly round: Round;
  readonly edition: MatchEdition;
  readonly survey: Survey;
  readonly organisation: string;
  /** The side on which the hospital stands. */
  readonly side: Side;
  /** The direction that speaks for the hospital's own wishes. */
  readonly own: Direction;
  readonly ranking: Ranking;
  readonly list: RankedList;
  readonly released: ReleasedPool;
}

/** Why there is no list: nothing was released yet, or this hospital has none in what was. */
export interface NoList {
  readonly kind: 'no-such-round' | 'not-released' | 'not-listed';
}

/** Opens a hospital's list: computed from the released pool, which is read by its keys; `weights` are what matters to the hospital, where it said so. */
export async function openList(
  desk: MatchDesk,
  of: { readonly round: string; readonly organisation: string },
  weights?: (survey: { readonly rule: MatchingRule; readonly own: Direction }) => Weights,
): Promise<Result<OpenList, NoList>> {
  const round = await find(desk.table, rows.round, keys.round(of.round));
  const found = round && (await findSurvey(desk, round));
  if (!round || !found) return refuse({ kind: 'no-such-round' });
  const released = await readPool(desk.table, round);
  if (!released) return refuse({ kind: 'not-released' });
  const { edition, survey } = found;
  const side = survey.informs;
  if (!side) return refuse({ kind: 'not-released' });
  const own = side === 'source' ? 'for-source' : 'for-destination';
  const ranking = rankingOf(edition.matching, released.pool);
  const list = ranking.list(side, of.organisation, weights?.({ rule: edition.matching, own }));
  if (!list) return refuse({ kind: 'not-listed' });
  return ok({ round, edition, survey, organisation: of.organisation, side, own, ranking, list, released });
}

/** Why a partner takes no requests at present, or null; only a 連携先 closes itself. Its contacts are shown to nobody meanwhile. */
export const closedFor = ({ side }: Pick<OpenList, 'side'>, entry: Entry): string | null =>
  side === 'source' ? entry.closedBecause : null;

/** Pools that a warm function has opened. */
const opened = new WeakMap<Pool, Ranking>();

/** A pool opened for ranking; a warm function opens each once. */
export function rankingOf(rule: MatchingRule, pool: Pool): Ranking {
  const ranking = opened.get(pool) ?? rule.open(pool);
  opened.set(pool, ranking);
  return ranking;
}
