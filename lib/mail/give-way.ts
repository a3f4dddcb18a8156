import type { Drain } from '#lib/core/ports.ts';
import type { Clock } from './pace.ts';

/** Longest that a batch of an announcement's mails waits for others, milliseconds; then it goes nonetheless, so that announcements are slowed and never stopped. */
const longest = 15_000;

/** How long before it is looked again whether other mails wait, milliseconds. */
const between = 500;

/** Waits until no other mail is in line. */
export async function giveWay(others: Drain, clock: Clock): Promise<void> {
  const end = clock.now() + longest;
  while (clock.now() < end && !(await others.empty())) await clock.pause(between);
}
