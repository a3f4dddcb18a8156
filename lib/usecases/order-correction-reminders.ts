import { isBusinessDay } from '#lib/core/calendar/business-day.ts';
import { dayOfInstant, instantOf } from '#lib/core/calendar/day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { reminderTime } from '#lib/core/rounds/ladder.ts';
import { lists } from '#lib/store/keys.ts';
import type { Desk } from './desk.ts';
import { orderOnce } from './start-job.ts';

/** Orders, once on each day on which offices work, that whoever has leave to correct an answer is reminded where that is due; does nothing where nobody has. */
export async function orderCorrectionReminders(desk: Desk, actor: Actor, now: string): Promise<boolean> {
  const day = dayOfInstant(now);
  if (!isBusinessDay(day) || now < instantOf(day, reminderTime)) return false;
  return orderOnce(
    desk,
    actor,
    { index: 'gsi2', pk: lists.corrections() },
    { id: `corrections-${day}`, kind: 'remind-corrections', title: '修正の督促' },
  );
}
