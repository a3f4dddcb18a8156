import { later } from '../calendar/later.ts';
import type { Contact } from '../organisations/organisation.ts';
import { comparable } from './dead-address.ts';
import type { Notice, NoticeState } from './notice.ts';

/** Minutes after a transient bounce until the same address is tried again: an hour, six, a day; then the next contact. */
export const retryCurve: readonly number[] = [60, 360, 1440];

/** States of a mail that did not arrive, after which another may follow. */
export const failedStates = ['soft-bounced', 'bounced', 'complained', 'rejected', 'withheld'] as const;
export type FailedState = (typeof failedStates)[number];

export const isFailed = (state: NoticeState): state is FailedState => failedStates.some((one) => one === state);

/** When the same address is tried again after a mail did not arrive, ISO instant; undefined where it is not. */
export function retryAt({ retry = 0 }: Pick<Notice, 'retry'>, failed: FailedState, now: string): string | undefined {
  const wait = failed === 'soft-bounced' ? retryCurve[retry] : undefined;
  return wait === undefined ? undefined : later(now, { minutes: wait });
}

/** A mail that shall follow one that did not arrive. */
export interface FollowUp {
  readonly to: Contact;
  /** Which retry to the same address; 0 for the first mail to another contact. */
  readonly retry: number;
  readonly dueAt: string;
}

/**
 * What follows a mail that did not arrive: a transient bounce climbs the curve at the same address, everything else and the
 * curve's end go to the organisation's next contact that is not dead; a contact that was changed meanwhile is begun anew. Undefined when nobody is left: then somebody must call.
 */
export function followUp(
  notice: Pick<Notice, 'to' | 'retry'>,
  failed: FailedState,
  contacts: readonly Contact[],
  isDead: (email: string) => boolean,
  now: string,
): FollowUp | undefined {
  const retry = notice.retry ?? 0;
  const place = contacts.findIndex(({ email }) => comparable(email) === comparable(notice.to));
  const same = contacts[place];
  const dueAt = retryAt(notice, failed, now);
  if (same && dueAt !== undefined && !isDead(same.email)) return { to: same, retry: retry + 1, dueAt };
  const to = contacts
    .slice(place + 1)
    .find(({ email }) => comparable(email) !== comparable(notice.to) && !isDead(email));
  return to && { to, retry: 0, dueAt: now };
}
