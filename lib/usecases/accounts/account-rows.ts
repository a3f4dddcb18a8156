import * as z from 'zod/mini';
import { chain } from '#lib/core/audit/entry.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { epoch, rowOf } from '#lib/store/row.ts';

/** A passkey as it was registered: what a signature is checked against. */
export const passkey = z.object({
  id: z.string(),
  /** COSE key, base64url. */
  publicKey: z.string(),
  /** Signature counter; some authenticators always say 0. */
  counter: z.number(),
  transports: z.optional(z.array(z.string())),
  registeredAt: z.string(),
  usedAt: z.optional(z.string()),
});
export type Passkey = z.infer<typeof passkey>;

/** A member of the ministry's or a prefecture's staff. Ids are letters and digits, so that no other kind of row meets them. */
export const account = z.object({
  id: z.string(),
  office: z.enum(['ministry', 'prefecture']),
  /** Two-digit code, for a prefecture's staff. */
  prefecture: z.optional(z.string()),
  name: z.string(),
  /** `invited`: no passkey yet. */
  state: z.enum(['invited', 'active', 'revoked']),
  passkeys: z.array(passkey),
  /** Open sessions by the hash of their cookie, so that they can be ended with the account; some may be over. */
  sessions: z.optional(z.array(z.object({ secretHash: z.string(), expiresAt: z.string() }))),
  createdAt: z.string(),
  version: z.number(),
  chain,
});
export type Account = z.infer<typeof account>;

/** A one-time way to register a passkey; only its code's hash is kept. */
export const invitation = z.object({
  codeHash: z.string(),
  account: z.string(),
  /** `add` keeps the passkeys there are; `replace` takes them away, for somebody who lost theirs. */
  mode: z.enum(['add', 'replace']),
  expiresAt: z.string(),
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
  owner: rowOf(z.object({ passkey: z.string(), account: z.string() }), (value) =>
    keys.account(`passkey:${value.passkey}`),
  ),
  challenge: rowOf(
    z.object({
      hash: z.string(),
      purpose: z.enum(['sign-in', 'register']),
      /** Hash of the invitation's code, for a registration. */
      codeHash: z.optional(z.string()),
      expiresAt: z.string(),
    }),
    ({ hash }) => keys.account(`challenge:${hash}`),
    ({ expiresAt }) => ({ ttl: epoch(expiresAt) }),
  ),
  tries: rowOf(
    z.object({ what: z.string(), since: z.string(), count: z.number() }),
    ({ what }) => keys.account(`tries:${what}`),
    ({ since }) => ({ ttl: epoch(since, 1) }),
  ),
} as const;
