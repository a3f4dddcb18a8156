import { ownPrefecture, type StaffRoute } from '#functions/staff/page.ts';
import type { AreaEdition } from '#lib/core/program.ts';
import { accountInAddress, officePosted } from './account-resource.ts';
import { organisationResource } from './organisation-resource.ts';
import { getAccounts } from './pages/accounts/get-accounts.tsx';
import { postInvite, postInviteAgain, postRevoke } from './pages/accounts/post-accounts.tsx';
import { getAudit } from './pages/audit/get-audit.tsx';
import { getDryRun } from './pages/import/get-dry-run.tsx';
import { getImport } from './pages/import/get-import.tsx';
import { postApplyImport } from './pages/import/post-apply-import.ts';
import { postGiveUpImport } from './pages/import/post-give-up-import.ts';
import { postImport } from './pages/import/post-import.tsx';
import { getOrganisation, postMerge, postPart } from './pages/organisation/organisation.tsx';
import { getOrganisations } from './pages/organisations/get-organisations.tsx';

const own: NonNullable<StaffRoute['resource']> = (request) => {
  const prefecture = request.query.get('prefecture') || ownPrefecture(request);
  return prefecture === undefined ? {} : { prefecture };
};

/** Who there is: the hospitals, the staff, and what all of them did. */
export const routes: readonly StaffRoute<AreaEdition>[] = [
  { method: 'GET', path: '/s/organisations/import', action: 'organisation.import', page: getImport },
  { method: 'POST', path: '/s/organisations/import', action: 'organisation.import', page: postImport },
  { method: 'GET', path: '/s/organisations/import/{job}', action: 'organisation.import', page: getDryRun },
  { method: 'POST', path: '/s/organisations/import/{job}', action: 'organisation.import', page: postApplyImport },
  {
    method: 'POST',
    path: '/s/organisations/import/{job}/give-up',
    action: 'organisation.import',
    page: postGiveUpImport,
  },
  { method: 'GET', path: '/s/organisations', action: 'organisation.list', resource: own, page: getOrganisations },
  {
    method: 'GET',
    path: '/s/organisations/{organisation}',
    action: 'organisation.see',
    resource: organisationResource,
    page: getOrganisation,
  },
  {
    method: 'POST',
    path: '/s/organisations/{organisation}/merge',
    action: 'organisation.merge',
    resource: organisationResource,
    page: postMerge,
  },
  {
    method: 'POST',
    path: '/s/organisations/{organisation}/part',
    action: 'organisation.merge',
    resource: organisationResource,
    page: postPart,
  },
  { method: 'GET', path: '/s/audit', action: 'audit.see', page: getAudit },
  { method: 'GET', path: '/s/accounts', action: 'account.list', resource: own, page: getAccounts },
  { method: 'POST', path: '/s/accounts', action: 'account.manage', resource: officePosted, page: postInvite },
  {
    method: 'POST',
    path: '/s/accounts/{account}/invite',
    action: 'account.manage',
    resource: accountInAddress,
    page: postInviteAgain,
  },
  {
    method: 'POST',
    path: '/s/accounts/{account}/revoke',
    action: 'account.manage',
    resource: accountInAddress,
    page: postRevoke,
  },
];
