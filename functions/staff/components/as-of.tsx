import type { VNode } from 'preact';
import { longInstant } from '#lib/core/calendar/show-day.ts';

export interface AsOfProps {
  readonly count: number;
  /** Counter of what is listed (病院, 通, 件). */
  readonly unit: string;
  /** ISO instant. */
  readonly at: string;
  /** How many there are before filtering, where a filter is on. */
  readonly of?: number | undefined;
}

/** How many a list holds, and as of when. */
export const AsOf = ({ count, unit, at, of }: AsOfProps): VNode => (
  <p class="as-of">
    <strong>{`${count.toLocaleString('en')}${unit}`}</strong>
    {of !== undefined && of !== count && `（全${of.toLocaleString('en')}${unit}のうち）`}
    {`・${longInstant(at)}現在`}
  </p>
);
