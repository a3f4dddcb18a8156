import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { WideBox } from '#functions/components/wide-box.tsx';
import { type Day, daysBetween } from '#lib/core/calendar/day.ts';
import { longDay, shortDay } from '#lib/core/calendar/show-day.ts';
import { type AnsweredRound, type Curve, laidOver, totalAt } from '#lib/core/rounds/curve.ts';
import { percent } from './percent.ts';

export interface ResponseCurveProps {
  readonly asked: number;
  readonly opened: Day;
  readonly due: Day;
  /** Last day drawn: today, or the day of release once that has come. */
  readonly today: Day;
  readonly curve: Curve;
  /** The round before it of the same survey, drawn as a share of those asked with its due day laid on this one's. */
  readonly past?: AnsweredRound | undefined;
}

const width = 640;
const height = 240;
const left = 44;
const bottom = 28;
const top = 20;

/** Hospitals that had submitted by each day, as a stepped line against those asked, and the same as a table. */
export function ResponseCurve({ asked, opened, due, today, curve, past }: ResponseCurveProps): VNode {
  const end = today > due ? today : due;
  const span = Math.max(daysBetween(opened, end), 1);
  const x = (day: Day) => left + ((width - left - 8) * Math.max(daysBetween(opened, day), 0)) / span;
  const y = (total: number) => height - bottom - ((height - bottom - top) * total) / Math.max(asked, 1);
  const stepped = (of: Curve, until: Day) =>
    [`M ${left} ${y(0)}`, ...of.flatMap(({ day, total }) => [`H ${x(day)}`, `V ${y(total)}`]), `H ${x(until)}`].join(
      ' ',
    );
  const before = past && laidOver(past, { asked, due }).filter(({ day }) => day <= end);
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
          {before && <path class="curve__past" d={stepped(before, end)} />}
          <path class="curve__line" d={stepped(curve, today)} />
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
      {past && before && (
        <p class="hint">
          {`丸い点の線は前回の「${past.title}」です（期限の日をそろえ、依頼した病院の数に合わせて描いています）。`}
          {`今日にあたる日の前回の提出は${percent(totalAt(before, today), asked)}でした。`}
        </p>
      )}
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
