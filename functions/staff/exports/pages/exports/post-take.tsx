import { param } from '#functions/site/request.ts';
import { takeExport } from '#lib/usecases/exports/take-export.ts';
import type { ExportsRoute } from '../../exports-desk.ts';
import { exportsResponse } from './exports-response.tsx';

export const postTake: ExportsRoute['page'] = async (request, desk) => {
  const [round, id, file] = [param(request, 'round'), param(request, 'export'), param(request, 'file')];
  const taken = await takeExport(desk, request.actor, { round, export: id, file });
  if (taken.ok) return { download: taken.value.bytes, type: taken.value.type, filename: file };
  const message = 'このファイルは保存期間が過ぎたため、ありません。もう一度出力してください。';
  return exportsResponse(request, desk, round, [{ field: 'order', message }]);
};
