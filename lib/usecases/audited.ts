import { type Act, type Chain, link } from '#lib/core/audit/entry.ts';
import type { Write } from '#lib/core/ports.ts';
import { rows } from '#lib/store/rows.ts';
import { sha256 } from './digest.ts';

/** The audit entry of an act as a write for the act's own transaction, and the chain that its aggregate carries from now on. */
export function audited(before: Chain, act: Act): { readonly chain: Chain; readonly write: Write } {
  const { entry, chain } = link(before, act, sha256);
  return { chain, write: { put: rows.audit.item(entry), expect: { absent: true } } };
}
