import type { Act } from '#lib/core/audit/entry.ts';
import type { Write } from '#lib/core/ports.ts';
import type { Answer } from '#lib/core/rounds/answer.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';

/** An answer as an act leaves it, one version on, and the writes that keep it where nobody changed it meanwhile, with the act's audit entry. */
export function changeAnswer(
  before: Answer,
  next: Answer,
  act: Omit<Act, 'aggregate'>,
): { readonly after: Answer; readonly writes: readonly Write[] } {
  const trail = audited(before.chain, { ...act, aggregate: `${before.round}#${before.organisation}` });
  const after = { ...next, version: before.version + 1, chain: trail.chain };
  return {
    after,
    writes: [{ put: rows.answer.item(after), expect: { equals: { version: before.version } } }, trail.write],
  };
}
