import type { AreaPage } from '#functions/staff/page.ts';
import { ownPrefecture } from '#functions/staff/page.ts';
import { allDistributions } from '#lib/usecases/distributions/read-distributions.ts';
import { DocumentsPage } from './documents-page.tsx';

export const getDocuments: AreaPage = async (request, desk) => {
  const distributions = await allDistributions(desk, ownPrefecture(request));
  const said = request.query.get('done') === 'discarded' ? '下書きを削除しました。' : undefined;
  return { page: <DocumentsPage viewer={request} distributions={distributions} said={said} /> };
};
