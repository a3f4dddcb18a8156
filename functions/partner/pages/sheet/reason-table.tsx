import type { VNode } from 'preact';
import type { Entry } from '#lib/core/matching/rank/ranking.ts';
import type { Direction } from '#lib/core/matching/rank/scoring-rule.ts';
import type { OpenList } from '#lib/usecases/open-list.ts';
import { otherDirection, scoreText } from '../list/score-bar.tsx';

const HEADS = { weight: '重み', points: '合い方（100点中）', contribution: '加わる点', text: '理由' } as const;

/** Every reason of a score, line by line: the lines of each direction sum to its score, and both to the total. */
export function ReasonTable({ opened, entry }: { readonly opened: OpenList; readonly entry: Entry }): VNode {
  const { own, ranking } = opened;
  const reasons = entry.reasons();
  const lines = (direction: Direction, title: string) => (
    <tbody>
      {reasons
        .filter((reason) => reason.direction === direction)
        .map(({ criterion, label, weight, points, contribution, text }) => (
          <tr key={criterion}>
            <th scope="row">{label}</th>
            <td class="numeric" data-label={HEADS.weight}>
              {weight}
            </td>
            <td class="numeric" data-label={HEADS.points}>
              {points ?? '―'}
            </td>
            <td class="numeric" data-label={HEADS.contribution}>
              {contribution === null ? '未回答' : contribution}
            </td>
            <td data-label={HEADS.text}>{text}</td>
          </tr>
        ))}
      <tr class="sum">
        <th scope="row" colSpan={3}>
          {title}
        </th>
        <td class="numeric" data-label={HEADS.contribution}>
          {entry.scores[direction] ?? '―'}
        </td>
        <td>{scoreText(entry.scores[direction], ranking.rule.outOf[direction])}</td>
      </tr>
    </tbody>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="table-box" aria-label="点の内訳" tabIndex={0}>
      <table class="table table--stacked reasons">
        <caption>点の内訳</caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col" class="numeric">
              {HEADS.weight}
            </th>
            <th scope="col" class="numeric">
              {HEADS.points}
            </th>
            <th scope="col" class="numeric">
              {HEADS.contribution}
            </th>
            <th scope="col">{HEADS.text}</th>
          </tr>
        </thead>
        {lines(own, '自院から見て')}
        {lines(otherDirection(own), '相手から見て')}
        <tbody>
          <tr class="sum">
            <th scope="row" colSpan={3}>
              合計
            </th>
            <td class="numeric" data-label={HEADS.contribution}>
              {entry.total ?? '―'}
            </td>
            <td>{scoreText(entry.total, 1000)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
