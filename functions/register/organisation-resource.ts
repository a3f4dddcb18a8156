import { param } from '#functions/site/request.ts';
import { seen } from '#functions/site/seen.ts';
import type { StaffRoute } from '#functions/staff/page.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';

/** The organisation named in the address, with its prefecture; none for who may not see it. */
export const organisationResource: NonNullable<StaffRoute['resource']> = async (request, { table }) => {
  const organisation = await find(table, rows.organisation, keys.organisation(param(request, 'organisation')));
  if (!organisation) return undefined;
  const { id, prefecture } = organisation;
  return seen(request.actor, 'organisation.see', { organisation: id, prefecture });
};
