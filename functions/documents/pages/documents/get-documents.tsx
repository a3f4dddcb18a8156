import type { AreaPage } from '#functions/staff/page.ts';
import { ownPrefecture } from '#functions/staff/page.ts';
import { allDistributions } from '#lib/usecases/distributions/read-distributions.ts';
import { DocumentsPage } from './documents-page.tsx';

export const getDocuments: AreaPage = async (request, desk) => {
  const distributions = await allDistributions(desk, ownPrefecture(request));
  return { page: <DocumentsPage viewer={request} distributions={distributions} /> };
};
