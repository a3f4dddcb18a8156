import * as z from 'zod/mini';
import { chain } from '#lib/core/audit/entry.ts';
import { number, someText, text } from '#lib/core/shapes.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { epoch, rowOf } from '#lib/store/row.ts';

/** A passkey as it was registered: what a signature is checked against. */
export const passkey = z.object({
  id: text,
  /** COSE key, base64url. */
  publicKey: text,
  /** Signature counter; some authenticators always say 0. */
  counter: number,
  transports: z.optional(z.array(text)),
  registeredAt: text,
  usedAt: someText,
});
export type Passkey = z.infer<typeof passkey>;

/** A member of the ministry's or a prefecture's staff. Ids are letters and digits, so that no other kind of row meets them. */
export const account = z.object({
  id: text,
  office: z.enum(['ministry', 'prefecture']),
  /** Two-digit code, for a prefecture's staff. */
  prefecture: someText,
  name: text,
  /** `invited`: no passkey yet. */
  state: z.enum(['invited', 'active', 'revoked']),
  passkeys: z.array(passkey),
  /** Open sessions by the hash of their cookie, so that they can be ended with the account; some may be over. */
  sessions: z.optional(z.array(z.object({ secretHash: text, expiresAt: text }))),
  createdAt: text,
  version: number,
  chain,
});
export type Account = z.infer<typeof account>;

/** A one-time way to register a passkey; only its code's hash is kept. */
export const invitation = z.object({
  codeHash: text,
  account: text,
  /** `add` keeps the passkeys there are; `replace` takes them away, for somebody who lost theirs. */
  mode: z.enum(['add', 'replace']),
  expiresAt: text,
});
export type Invitation = z.infer<typeof invitation>;

/** What the table holds about staff, by kind; all of it lies under the accounts' keys. */
export const accountRows = {
  account: rowOf(
    account,
    ({ id }) => keys.account(id),
    ({ id, prefecture = '00' }) => ({ gsi1pk: lists.accounts(), gsi1sk: `${prefecture}#${id}` }),
  ),
  invitation: rowOf(
    invitation,
    ({ codeHash }) => keys.account(`invitation:${codeHash}`),
    ({ expiresAt }) => ({ ttl: epoch(expiresAt) }),
  ),
  /** Whose a passkey is. */
  owner: rowOf(z.object({ passkey: text, account: text }), (value) => keys.account(`passkey:${value.passkey}`)),
  challenge: rowOf(
    z.object({
      hash: text,
      purpose: z.enum(['sign-in', 'register']),
      /** Hash of the invitation's code, for a registration. */
      codeHash: someText,
      expiresAt: text,
    }),
    ({ hash }) => keys.account(`challenge:${hash}`),
    ({ expiresAt }) => ({ ttl: epoch(expiresAt) }),
  ),
  tries: rowOf(
    z.object({ what: text, since: text, count: number }),
    ({ what }) => keys.account(`tries:${what}`),
    ({ since }) => ({ ttl: epoch(since, 1) }),
  ),
} as const;
