import type { Account, Passkey } from './account-rows.ts';

/** Checks passkeys for one site (WebAuthn). Options and responses are the browser's JSON; a challenge is refused unless `accepts` takes it. */
export interface Passkeys {
  registrationOptions(account: Account): Promise<{ readonly options: unknown; readonly challenge: string }>;
  /** The new passkey, or undefined when the response proves nothing. */
  registered(
    response: unknown,
    accepts: (challenge: string) => Promise<boolean>,
  ): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | undefined>;
  signInOptions(): Promise<{ readonly options: unknown; readonly challenge: string }>;
  /** Id of the passkey that a response claims to come from. */
  claimed(response: unknown): string | undefined;
  /** The passkey's new counter, or undefined when the response proves nothing. */
  signedIn(
    response: unknown,
    passkey: Passkey,
    accepts: (challenge: string) => Promise<boolean>,
  ): Promise<number | undefined>;
}
