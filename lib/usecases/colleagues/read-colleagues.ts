import type { Colleague } from '#lib/core/access/colleague.ts';
import type { Contact } from '#lib/core/organisations/organisation.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';

/** Who can open one hospital's answer: those whom the office asked, and those whom they invited. */
export interface People {
  readonly contacts: readonly Contact[];
  /** In the order of their invitation, with those whose link was taken back. */
  readonly colleagues: readonly Colleague[];
}

/** Reads who has a link to one hospital's answer. */
export async function readPeople({ table }: Desk, round: string, organisation: string): Promise<People> {
  const { pk, sk } = keys.colleague(round, organisation, '');
  const [hospital, items] = await Promise.all([
    find(table, rows.organisation, keys.organisation(organisation)),
    allItems(table, { pk, prefix: sk }),
  ]);
  const colleagues = items.map((item) => rows.colleague.read(item));
  return {
    contacts: hospital?.contacts ?? [],
    colleagues: colleagues.sort((a, b) => (a.invitedAt < b.invitedAt ? -1 : 1)),
  };
}
