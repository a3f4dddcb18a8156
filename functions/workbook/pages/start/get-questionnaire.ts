import { ErrorPage } from '#functions/components/error-page.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { encodeCp932 } from '#lib/sheets/cp932.ts';
import { questionnaire, questionnaireRows } from '#lib/sheets/questionnaire.ts';
import { sheets } from '#lib/sheets/sheets.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { stampOf } from '#lib/usecases/workbook/open-workbook.ts';
import { type WorkbookView, workbookView } from '../../workbook-view.ts';
import { type FormatName, formats, isFormat } from './formats.ts';
import { StartPage } from './start-page.tsx';

/** Hands out the questionnaire with the answers so far. */
export async function getQuestionnaire(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const format = param(request, 'format');
  const view = isFormat(format) ? await workbookView(request, desk) : undefined;
  if (!view || !isFormat(format)) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const made = bytesOf(view, format, desk.world.now());
  if ('missing' in made) {
    const message = `Shift_JISにない文字があるため、この形式ではダウンロードできません（${made.missing.join('、')}）。ほかの形式を選んでください。`;
    return { page: StartPage({ view, problems: [{ field: 'questionnaire', message }] }), status: 422 };
  }
  const { type, extension } = formats[format];
  return { download: made.bytes, type, filename: `調査票_${view.file.answer.name}_${view.today}.${extension}` };
}

function bytesOf(
  view: WorkbookView,
  format: FormatName,
  at: string,
): { readonly bytes: Uint8Array } | { readonly missing: readonly string[] } {
  const { form, current } = view;
  const stamp = stampOf(view, at);
  if (format === 'xlsx') return { bytes: sheets.xlsx(questionnaire(form, current, stamp)) };
  const rows = questionnaireRows(form, current, stamp);
  if (format === 'csv-utf8') return { bytes: sheets.csv(rows).bytes };
  const { bytes, missing } = sheets.csv(rows, 'cp932');
  if (missing.length === 0) return { bytes };
  const places = rows.flatMap((row) => {
    const own = encodeCp932(row.map(String).join('')).missing;
    return own.length > 0 ? [`「${row[1]}」の${own.map((each) => `「${each}」`).join('')}`] : [];
  });
  return { missing: places.length > 5 ? [...places.slice(0, 5), `ほか${places.length - 5}か所`] : places };
}
