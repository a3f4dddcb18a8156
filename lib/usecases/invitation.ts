import { type Invitation, whoIsAsked } from '#lib/core/eligibility/who-is-asked.ts';
import { type Organisation, stands } from '#lib/core/organisations/organisation.ts';
import type { AreaEdition, Survey } from '#lib/core/program.ts';
import { lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';

/** Every hospital that stands for itself, by prefecture and code; those that were merged into another are left out. */
export const allHospitals = async (desk: Pick<Desk, 'table'>, prefecture?: string): Promise<Organisation[]> =>
  (await registeredHospitals(desk, prefecture)).filter(stands);

/** Every hospital of the register, the merged ones too, by prefecture and code. */
export async function registeredHospitals(
  { table }: Pick<Desk, 'table'>,
  prefecture?: string,
): Promise<Organisation[]> {
  const narrowed = prefecture === undefined ? {} : { prefix: `${prefecture}#` };
  const items = await allItems(table, { index: 'gsi1', pk: lists.organisations('hospital'), ...narrowed });
  return items.map((item) => rows.organisation.read(item));
}

/** Whom a survey of an edition would ask, out of the register as it stands. */
export async function invitation(desk: Desk, edition: AreaEdition, survey: Survey): Promise<Invitation<Organisation>> {
  return whoIsAsked(edition, survey, await allHospitals(desk));
}
