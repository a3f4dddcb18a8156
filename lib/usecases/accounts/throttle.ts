import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { accountRows } from './account-rows.ts';

/** So many times within so many minutes. */
export interface Limit {
  readonly count: number;
  readonly minutes: number;
}

/** Failed sign-ins of one account, and challenges that the door gives out to everybody together. */
export const limits = {
  account: { count: 5, minutes: 15 },
  door: { count: 600, minutes: 10 },
} as const satisfies Record<string, Limit>;

/** Whether something has been tried as often as it may be. */
export async function isSpent({ table, world }: Desk, what: string, limit: Limit): Promise<boolean> {
  const kept = await find(table, accountRows.tries, keys.account(`tries:${what}`));
  return kept !== undefined && isCurrent(kept.since, world.now(), limit) && kept.count >= limit.count;
}

/** Counts one try; two at the same moment may count as one. */
export async function countTry({ table, world }: Desk, what: string, limit: Limit): Promise<void> {
  const now = world.now();
  const kept = await find(table, accountRows.tries, keys.account(`tries:${what}`));
  const next =
    kept && isCurrent(kept.since, now, limit)
      ? { what, since: kept.since, count: kept.count + 1 }
      : { what, since: now, count: 1 };
  await table.write({ put: accountRows.tries.item(next) });
}

const isCurrent = (since: string, now: string, { minutes }: Limit): boolean =>
  Date.parse(now) - Date.parse(since) < minutes * 60_000;
