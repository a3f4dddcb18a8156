import type { VNode } from 'preact';
import type { Entry } from '#lib/core/matching/rank/ranking.ts';
import type { Direction } from '#lib/core/matching/rank/scoring-rule.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';
import { barHeight, barPath } from './bar-path.ts';

/** The other side's direction. */
export const otherDirection = (own: Direction): Direction => (own === 'for-source' ? 'for-destination' : 'for-source');

/** Columns of a rule's criteria that speak for one direction. */
export const columnsOf = (
  criteria: readonly { readonly direction: Direction }[],
  direction: Direction,
): readonly number[] => criteria.flatMap((criterion, column) => (criterion.direction === direction ? [column] : []));

/** Points of one direction as text; without any answer there is no score, which is not zero. */
export const scoreText = (score: number | null, outOf: number): string =>
  score === null ? '回答なし' : `${score} / ${outOf}点`;

/** A partner's score: each direction by itself, then both on one bar, whose parts are the criteria. The words stand beside it. */
export function ScoreBar({ opened, entry }: { readonly opened: OpenList; readonly entry: Entry }): VNode {
  const { own, ranking, list } = opened;
  const { criteria, outOf } = ranking.rule;
  const other = otherDirection(own);
  const base = entry.row * criteria.length;
  const parts = (direction: Direction, start = 0) =>
    barPath(list.scores.contributions, base, columnsOf(criteria, direction), start);
  return (
    <div class="score">
      <dl class="score__parts">
        <div>
          <dt>自院から見て</dt>
          <dd data-own>{scoreText(entry.scores[own], outOf[own])}</dd>
        </div>
        <div>
          <dt>相手から見て</dt>
          <dd data-other>{scoreText(entry.scores[other], outOf[other])}</dd>
        </div>
        <div class="score__total">
          <dt>合計</dt>
          <dd>
            <strong data-total>{entry.total ?? '―'}</strong> / 1000点
          </dd>
        </div>
      </dl>
      <svg class="score__bar" viewBox={`0 0 1000 ${barHeight}`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="score__ground" width="1000" height={barHeight} />
        <path class="score__own" d={parts(own)} />
        <path class="score__other" d={parts(other, entry.scores[own] ?? 0)} />
      </svg>
    </div>
  );
}
