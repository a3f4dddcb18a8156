import type { StaffRoute } from './page.ts';
import { getImport } from './pages/import/get-import.tsx';
import { postApplyImport } from './pages/import/post-apply-import.ts';
import { postImport } from './pages/import/post-import.tsx';

/** Taking a register in: upload, dry run, go. */
export const importRoutes: readonly StaffRoute[] = [
  { method: 'GET', path: '/s/organisations/import', action: 'organisation.import', page: getImport },
  { method: 'POST', path: '/s/organisations/import', action: 'organisation.import', page: postImport },
  { method: 'POST', path: '/s/organisations/import/{job}', action: 'organisation.import', page: postApplyImport },
];
