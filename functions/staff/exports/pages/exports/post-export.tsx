import { field, param } from '#functions/site/request.ts';
import { ownPrefecture } from '#functions/staff/page.ts';
import { exportChoice, exportFormat, exportShape } from '#lib/core/exports/answer-export.ts';
import { orderExport } from '#lib/usecases/exports/order-export.ts';
import type { ExportsRoute } from '../../exports-desk.ts';
import { exportsResponse } from './exports-response.tsx';

export const postExport: ExportsRoute['page'] = async (request, desk) => {
  const round = param(request, 'round');
  const shape = exportShape.safeParse(field(request, 'shape'));
  const choice = exportChoice.safeParse(field(request, 'choice'));
  const format = exportFormat.safeParse(field(request, 'format'));
  const about = (name: string, label: string, read: { readonly success: boolean }) =>
    read.success ? [] : [{ field: name, message: `「${label}」を選んでください。` }];
  const problems = [
    ...about('choice', '出力する回答', choice),
    ...about('shape', '表の形', shape),
    ...about('format', 'ファイルの種類', format),
    ...(shape.data === 'pretty' && format.success && format.data !== 'xlsx'
      ? [{ field: 'format', message: '読むための表は、Excelブック（.xlsx）だけで出力できます。' }]
      : []),
  ];
  if (problems.length > 0 || !shape.success || !choice.success || !format.success)
    return exportsResponse(request, desk, round, problems);
  const prefecture = field(request, 'prefecture') || ownPrefecture(request);
  const ordered = await orderExport(desk, request.actor, {
    round,
    order: {
      shape: shape.data,
      choice: choice.data,
      format: format.data,
      ...(prefecture === undefined ? {} : { prefecture }),
    },
    request: field(request, 'request') || desk.world.id(),
  });
  if (ordered.ok) return { redirect: `/s/rounds/${encodeURIComponent(round)}/exports` };
  const message = '同時に別の操作がありました。もう一度「出力する」を押してください。';
  return exportsResponse(request, desk, round, [{ field: 'order', message }]);
};
