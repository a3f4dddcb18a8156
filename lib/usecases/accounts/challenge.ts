import { later } from '#lib/core/calendar/later.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { sha256 } from '../digest.ts';
import { accountRows } from './account-rows.ts';

/** Minutes within which a challenge must come back. */
export const challengeMinutes = 5;

type Purpose = { readonly purpose: 'sign-in' } | { readonly purpose: 'register'; readonly codeHash: string };

/** Keeps a challenge that was given out, by its hash. */
export async function keepChallenge({ table, world }: Desk, challenge: string, purpose: Purpose): Promise<void> {
  const expiresAt = later(world.now(), { minutes: challengeMinutes });
  await table.write({ put: accountRows.challenge.item({ hash: sha256(challenge), ...purpose, expiresAt }) });
}

/** Takes a challenge back, once: true when it was given out for this, is not too old, and nobody brought it before. */
export async function takeChallenge({ table, world }: Desk, challenge: string, purpose: Purpose): Promise<boolean> {
  const key = keys.account(`challenge:${sha256(challenge)}`);
  const kept = await find(table, accountRows.challenge, key);
  if (!kept) return false;
  const taken = await table.write({ delete: key, expect: { present: true } });
  const code = purpose.purpose === 'register' ? purpose.codeHash : undefined;
  return taken.ok && kept.purpose === purpose.purpose && kept.codeHash === code && kept.expiresAt > world.now();
}
