import { field, param } from '#functions/site/request.ts';
import { seen } from '#functions/site/seen.ts';
import { ownPrefecture, type StaffRoute } from '#functions/staff/page.ts';
import { accountResource, readAccount } from '#lib/usecases/accounts/read-accounts.ts';

type ResourceOf = NonNullable<StaffRoute['resource']>;

/** The account named in the address; none for who may not see it. */
export const accountInAddress: ResourceOf = async (request, desk) => {
  const account = await readAccount(desk, param(request, 'account'));
  return seen(request.actor, 'account.list', account && accountResource(account));
};

/** The office for which somebody is invited; where none was chosen, the person's own, who is then told to choose. */
export const officePosted: ResourceOf = (request) => {
  const office = field(request, 'office') || (ownPrefecture(request) ?? '');
  return /^\d\d$/.test(office) ? { prefecture: office } : {};
};
