import type { PageRequest } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import { ownPrefecture } from '#functions/staff/page.ts';
import type { Account } from '#lib/usecases/accounts/account-rows.ts';
import { allAccounts } from '#lib/usecases/accounts/read-accounts.ts';

/** The staff that this person may see. */
export interface AccountsView {
  readonly accounts: readonly Account[];
  readonly confined: string | undefined;
  /** Id of the next invitation. */
  readonly request: string;
  readonly asOf: string;
}

/** Loads every account for the ministry, and a prefecture's own for its staff. */
export async function loadAccounts(desk: StaffDesk, request: PageRequest): Promise<AccountsView> {
  const confined = ownPrefecture(request);
  return {
    accounts: await allAccounts(desk, confined),
    confined,
    request: desk.world.id(),
    asOf: desk.world.now(),
  };
}
