import { comparable, type DeadAddress } from '#lib/core/notices/dead-address.ts';
import type { Contact, Organisation } from '#lib/core/organisations/organisation.ts';
import { lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { allHospitals } from './invitation.ts';

/** A hospital of which an address is dead, or which has none. */
export interface Unreachable {
  readonly hospital: Organisation;
  readonly dead: readonly (DeadAddress & { readonly contact: Contact })[];
  /** Contacts to whom mail still goes. */
  readonly alive: readonly Contact[];
}

/** Hospitals of the nation or of one prefecture that mail does not reach, or no longer reaches at every address; those to be phoned come first. */
export async function unreachableHospitals(
  desk: Pick<Desk, 'table'>,
  prefecture?: string,
): Promise<readonly Unreachable[]> {
  const [hospitals, items] = await Promise.all([
    allHospitals(desk, prefecture),
    allItems(desk.table, { index: 'gsi1', pk: lists.deadAddresses() }),
  ]);
  const known = items.map((item) => rows.deadAddress.read(item));
  const deaths = new Map(known.map((one) => [comparable(one.email), one]));
  const found = hospitals.map((hospital): Unreachable => {
    const dead = hospital.contacts.flatMap((contact) => {
      const death = deaths.get(comparable(contact.email));
      return death ? [{ ...death, contact }] : [];
    });
    return { hospital, dead, alive: hospital.contacts.filter(({ email }) => !deaths.has(comparable(email))) };
  });
  return found
    .filter(({ dead, alive }) => dead.length > 0 || alive.length === 0)
    .sort((a, b) => Math.min(a.alive.length, 1) - Math.min(b.alive.length, 1));
}
