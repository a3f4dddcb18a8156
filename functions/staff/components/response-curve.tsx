import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { type Day, daysBetween } from '#lib/core/calendar/day.ts';
import { longDay, shortDay } from '#lib/core/calendar/show-day.ts';
import { percent } from './percent.ts';
import { WideBox } from './wide-box.tsx';

export interface ResponseCurveProps {
  readonly asked: number;
  readonly opened: Day;
  readonly due: Day;
  /** Last day drawn: today, or the day of release once that has come. */
  readonly today: Day;
  readonly curve: readonly { readonly day: Day; readonly total: number }[];
}

const width = 640;
const height = 240;
const left = 44;
const bottom = 28;
const top = 20;

/** Hospitals that had submitted by each day, as a stepped line against those asked, and the same as a table. */
export function ResponseCurve({ asked, opened, due, today, curve }: ResponseCurveProps): VNode {
  const end = today > due ? today : due;
  const span = Math.max(daysBetween(opened, end), 1);
  const x = (day: Day) => left + ((width - left - 8) * Math.max(daysBetween(opened, day), 0)) / span;
  const y = (total: number) => height - bottom - ((height - bottom - top) * total) / Math.max(asked, 1);
  const steps = curve.flatMap(({ day, total }) => [`H ${x(day)}`, `V ${y(total)}`]);
  return (
    <>
      <WideBox label="提出した病院の数の推移">
        <svg
          class="curve"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label="提出した病院の数の推移。数字は下の表にあります。"
        >
          <path class="curve__axis" d={`M ${left} ${top} V ${height - bottom} H ${width - 8}`} />
          <path class="curve__goal" d={`M ${left} ${y(asked)} H ${width - 8}`} />
          <path class="curve__due" d={`M ${x(due)} ${top} V ${height - bottom}`} />
          <path class="curve__line" d={[`M ${left} ${y(0)}`, ...steps, `H ${x(today)}`].join(' ')} />
          <text class="curve__text" x={left - 6} y={y(asked) + 4} text-anchor="end">
            {asked}
          </text>
          <text class="curve__text" x={left - 6} y={y(0)} text-anchor="end">
            0
          </text>
          <text class="curve__text" x={left} y={height - 8}>
            {shortDay(opened)}
          </text>
          <text class="curve__text" x={x(due)} y={top - 5} text-anchor={x(due) > width / 2 ? 'end' : 'start'}>
            {`期限 ${shortDay(due)}`}
          </text>
        </svg>
      </WideBox>
      <details>
        <summary>日ごとの数を表で見る</summary>
        <DataTable
          caption="その日までに提出した病院"
          columns={[{ label: '日' }, { label: '提出（累計）', numeric: true }, { label: '割合', numeric: true }]}
          rows={curve.map(({ day, total }) => ({
            key: day,
            cells: [longDay(day), `${total}病院`, percent(total, asked)],
          }))}
          empty="まだ提出はありません。"
        />
      </details>
    </>
  );
}
