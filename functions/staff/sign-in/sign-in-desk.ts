import type { Route } from '#functions/site/site.ts';
import type { Passkeys } from '#lib/usecases/accounts/passkeys.ts';
import type { Desk } from '#lib/usecases/desk.ts';

/** What the sign-in pages work with. */
export interface SignInDesk extends Desk {
  readonly passkeys: Passkeys;
}

export type SignInPageOf = Route<SignInDesk>['page'];
