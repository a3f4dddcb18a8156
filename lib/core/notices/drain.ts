import { later } from '../calendar/later.ts';
import type { Notice } from './notice.ts';

/** Minutes over which the pace of sending is measured. */
const window = 3;

/** How far the sending of a set of mails is. */
export interface Drain {
  /** Due or under way, and not out yet. */
  readonly waiting: number;
  readonly gone: number;
  /** Until all are out at the pace of the last minutes; undefined while none went out in them. */
  readonly minutesLeft: number | undefined;
}

/** How far sending is, measured by the mails themselves; mails whose time has not come are left out. */
export function drainOf(notices: readonly Pick<Notice, 'state' | 'dueAt' | 'sentAt'>[], now: string): Drain {
  const waiting = notices.filter(
    ({ state, dueAt = '' }) => state === 'sending' || (state === 'pending' && dueAt <= now),
  ).length;
  const since = later(now, { minutes: -window });
  const pace = notices.filter(({ sentAt }) => sentAt !== undefined && sentAt > since && sentAt <= now).length / window;
  return {
    waiting,
    gone: notices.filter(({ sentAt }) => sentAt !== undefined).length,
    minutesLeft: waiting === 0 ? 0 : pace === 0 ? undefined : Math.ceil(waiting / pace),
  };
}
