import { dayOfInstant, timeOfInstant } from '#lib/core/calendar/day.ts';
import { shortDay } from '#lib/core/calendar/show-day.ts';
import type { Draft } from '#lib/core/rounds/answer.ts';

/** Minutes after a save during which its author is taken to be still at work there. */
const presentMinutes = 10;

/** Who saved a section last and when, in JST: 「保存しました 14:03（田中）」 with the day where it is not today. */
export function whoSaved({ savedAt, savedBy }: Draft, today: string): string {
  const day = dayOfInstant(savedAt);
  return `${day === today ? '' : shortDay(day)}${timeOfInstant(savedAt)}${savedBy ? `（${savedBy}）` : ''}`;
}

/** Who else is at work in a section just now and when that was last seen, as far as saves tell: 「田中さんが入力中 14:03」. */
export function whoIsThere(draft: Draft | undefined, name: string, now: string): string | undefined {
  if (!draft || draft.savedBy === name || draft.savedBy === '') return undefined;
  const recent = Date.parse(now) - Date.parse(draft.savedAt) < presentMinutes * 60_000;
  return recent ? `${draft.savedBy}さんが入力中 ${timeOfInstant(draft.savedAt)}` : undefined;
}
