import { param } from '#functions/site/request.ts';
import type { StaffRoute } from '#functions/staff/page.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';

/** The organisation named in the address, with its prefecture. */
export const organisationResource: NonNullable<StaffRoute['resource']> = async (request, { table }) => {
  const organisation = await find(table, rows.organisation, keys.organisation(param(request, 'organisation')));
  return organisation && { organisation: organisation.id, prefecture: organisation.prefecture };
};
