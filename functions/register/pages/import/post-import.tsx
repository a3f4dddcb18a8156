import type { AreaPage } from '#functions/staff/page.ts';
import type { RejectedRow } from '#lib/core/organisations/read-register.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { readCsv } from '#lib/sheets/csv.ts';
import { prepareImport } from '#lib/usecases/prepare-import.ts';
import { ImportPage } from './import-page.tsx';

export const postImport: AreaPage = async (request, desk) => {
  const again = (problem: string, rejected: readonly RejectedRow[] = []) => ({
    page: <ImportPage viewer={request} problem={problem} rejected={rejected} />,
    status: 422,
  });
  const file = request.files.get('file')?.[0];
  if (!file || file.size === 0) return again('取り込むCSVファイルを選んでください。');
  const read = readCsv(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return again(read.error.message);
  const areas = desk.programs.flatMap(({ editions }) => editions.at(-1)?.reference.areas.rows ?? []);
  const prepared = await prepareImport(desk, request.actor, {
    cells: (read.value.sheets[0]?.rows ?? []).map((row) => row.map(String)),
    filename: file.name,
    places: { prefectures: PREFECTURES, areas },
  });
  if (!prepared.ok) {
    const { rejected } = prepared.error.register;
    const words =
      rejected[0]?.line === 1
        ? rejected[0].reasons.join('')
        : '取り込める行がありません。内容を直して、もう一度選んでください。';
    return again(words, rejected);
  }
  return { redirect: `/s/organisations/import/${prepared.value.id}` };
};
