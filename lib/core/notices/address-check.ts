import { isFailed } from './follow-up.ts';
import type { Notice } from './notice.ts';

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
