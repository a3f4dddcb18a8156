import { type AuditEntry, isWhole } from '#lib/core/audit/entry.ts';
import { addDays, dayOfInstant } from '#lib/core/calendar/day.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { sha256 } from './digest.ts';

/** Everything done in a JST month ('2027-01'), newest first; entries are listed by UTC month, so the last hours of the one before are read too. */
export async function auditOfMonth({ table }: Pick<Desk, 'table'>, month: string): Promise<AuditEntry[]> {
  const lastDayBefore = addDays(`${month}-01`, -1);
  const [own, before] = await Promise.all([
    allItems(table, { index: 'gsi1', pk: lists.audits(month), descending: true }),
    allItems(table, {
      index: 'gsi1',
      pk: lists.audits(lastDayBefore.slice(0, 7)),
      prefix: lastDayBefore,
      descending: true,
    }),
  ]);
  return [...own, ...before]
    .map((item) => rows.audit.read(item))
    .filter(({ at }) => dayOfInstant(at).startsWith(month));
}

/** One thing's whole history, oldest first, and whether its chain is unbroken. */
export async function auditOf(
  { table }: Pick<Desk, 'table'>,
  aggregate: string,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly whole: boolean }> {
  const items = await allItems(table, { pk: keys.audit(aggregate, 0).pk });
  const entries = items.map((item) => rows.audit.read(item));
  return { entries, whole: isWhole(entries, sha256) };
}
