import { isBusinessDay, workingDay } from '../calendar/business-day.ts';
import { addDays, type Day, weekdayOf } from '../calendar/day.ts';
import { HOLIDAY_YEARS, holidayName } from '../calendar/holidays.ts';
import type { Rung } from './round.ts';

/** A rung of a ladder in words: 期限の7日前, 期限の日, 期限の3日後. */
export const rungWords = ({ offset }: Rung): string =>
  offset === 0 ? '期限の日' : offset < 0 ? `期限の${-offset}日前` : `期限の${offset}日後`;

/** What becomes of one rung of a ladder: the day meant, the day it falls on, and what stands in the way. */
export interface PlannedRung {
  readonly rung: Rung;
  readonly meant: Day;
  readonly day: Day;
  /** Name of the holiday, weekend or year's turn that the meant day falls on. */
  readonly closedFor?: string;
  /** Another rung falls on the same day, so that one mail goes out for both. */
  readonly joined: boolean;
}

/** Whether the holidays around a due day are known, so that its ladder can be planned. */
export const isPlannable = (due: Day): boolean =>
  Number(due.slice(0, 4)) > HOLIDAY_YEARS.from && Number(due.slice(0, 4)) < HOLIDAY_YEARS.to;

/** Every rung of a ladder with its day after moving off weekends and holidays, in order of time. */
export function planLadder(round: { readonly due: Day; readonly ladder: readonly Rung[] }): readonly PlannedRung[] {
  const planned = round.ladder.map((rung) => {
    const meant = addDays(round.due, rung.offset);
    const closedFor = closedOn(meant);
    const day = workingDay(meant, rung.offset <= 0 ? -1 : 1);
    return { rung, meant, day, ...(closedFor === undefined ? {} : { closedFor }) };
  });
  return planned
    .map((each) => ({ ...each, joined: planned.filter(({ day }) => day === each.day).length > 1 }))
    .sort((a, b) => (a.meant < b.meant ? -1 : 1));
}

/** Why public offices are closed on a day: the holiday's name, 土曜日, 日曜日 or 年末年始; undefined on a business day. */
export function closedOn(day: Day): string | undefined {
  if (isBusinessDay(day)) return undefined;
  const weekday = weekdayOf(day);
  return holidayName(day) ?? (weekday === 0 ? '日曜日' : weekday === 6 ? '土曜日' : '年末年始');
}
