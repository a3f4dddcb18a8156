import { type Invitation, whoIsAsked } from '#lib/core/eligibility/who-is-asked.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { AreaEdition, Survey } from '#lib/core/program.ts';
import { lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';

/** Every hospital of the register, by prefecture and code. */
export async function allHospitals({ table }: Pick<Desk, 'table'>, prefecture?: string): Promise<Organisation[]> {
  const narrowed = prefecture === undefined ? {} : { prefix: `${prefecture}#` };
  const items = await allItems(table, { index: 'gsi1', pk: lists.organisations('hospital'), ...narrowed });
  return items.map((item) => rows.organisation.read(item));
}

/** Whom a survey of an edition would ask, out of the register as it stands. */
export async function invitation(desk: Desk, edition: AreaEdition, survey: Survey): Promise<Invitation<Organisation>> {
  return whoIsAsked(edition, survey, await allHospitals(desk));
}
