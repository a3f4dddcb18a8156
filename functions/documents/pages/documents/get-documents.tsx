import { ownPrefecture } from '#functions/staff/page.ts';
import { allDistributions } from '#lib/usecases/distributions/read-distributions.ts';
import type { DocumentsPage as Page } from '../../documents-desk.ts';
import { DocumentsPage } from './documents-page.tsx';

export const getDocuments: Page = async (request, desk) => {
  const distributions = await allDistributions(desk, ownPrefecture(request));
  return { page: <DocumentsPage viewer={request} distributions={distributions} /> };
};
