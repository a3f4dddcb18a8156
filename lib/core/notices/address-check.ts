import { workingDay } from '../calendar/business-day.ts';
import { addDays, dayOfInstant, instantOf } from '../calendar/day.ts';
import { reminderTime } from '../rounds/ladder.ts';
import type { Round } from '../rounds/round.ts';
import { isFailed } from './follow-up.ts';
import type { Notice } from './notice.ts';

/** Days before the planned asking on which a round's addresses are checked by themselves. */
const checkedBefore = 14;

/** The business day (JST) from which a prepared round's addresses are to be checked, where its asking is planned and they were not yet. */
export function checkDay({
  state,
  opening,
  checkedAt,
}: Pick<Round, 'state' | 'opening' | 'checkedAt'>): string | undefined {
  if (state !== 'preparing' || opening === undefined) return undefined;
  const day = workingDay(addDays(opening, -checkedBefore), -1);
  return checkedAt !== undefined && dayOfInstant(checkedAt) >= day ? undefined : day;
}

/** Whether a round's addresses are to be checked now: from 9:30 JST of its day on. */
export function isCheckDue(round: Pick<Round, 'state' | 'opening' | 'checkedAt'>, now: string): boolean {
  const day = checkDay(round);
  return day !== undefined && instantOf(day, reminderTime) <= now;
}

/** What a round's check of addresses has shown so far, by organisation. */
export interface AddressCheck {
  readonly reached: readonly string[];
  /** On its way, or nobody knows yet. */
  readonly waiting: readonly string[];
  /** No address took it: somebody must call. */
  readonly missed: readonly string[];
}

/** Judges a check by its mails: one that arrived is enough, and an organisation is missed only when every mail to it failed and none follows. */
export function addressCheckOf(
  notices: readonly Pick<Notice, 'kind' | 'organisation' | 'state'>[],
): AddressCheck | undefined {
  const mails = Map.groupBy(
    notices.filter(({ kind }) => kind === 'check'),
    ({ organisation }) => organisation,
  );
  if (mails.size === 0) return undefined;
  const stand = (states: readonly Notice['state'][]) =>
    states.includes('delivered') ? 'reached' : states.every(isFailed) ? 'missed' : 'waiting';
  const standing = Map.groupBy(mails.keys(), (id) => stand((mails.get(id) ?? []).map(({ state }) => state)));
  const of = (which: keyof AddressCheck) => standing.get(which) ?? [];
  return { reached: of('reached'), waiting: of('waiting'), missed: of('missed') };
}
