import type { VNode } from 'preact';
import type { Tally } from '#lib/core/rounds/progress.ts';
import { percent } from './percent.ts';

const stages = [
  ['依頼', 'asked'],
  ['開封', 'opened'],
  ['入力開始', 'begun'],
  ['提出', 'submitted'],
  ['承認', 'approved'],
] as const;

const width = 480;
const height = 32;

/** How many hospitals reached each stage: bars, each with its number and share of those asked. */
export const Funnel = ({ tally }: { tally: Tally }): VNode => (
  <table class="table funnel">
    <caption class="visually-hidden">段階ごとの病院数</caption>
    <thead class="visually-hidden">
      <tr>
        <th scope="col">段階</th>
        <th scope="col">病院数</th>
        <th scope="col">図</th>
      </tr>
    </thead>
    <tbody>
      {stages.map(([label, key]) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          <td class="numeric">{`${tally[key].toLocaleString('en')}病院（${percent(tally[key], tally.asked)}）`}</td>
          <td class="funnel__bar">
            <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" preserveAspectRatio="none">
              <rect class="bar bar--whole" width={width} height={height} />
              <rect class="bar" width={(width * tally[key]) / Math.max(tally.asked, 1)} height={height} />
            </svg>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
