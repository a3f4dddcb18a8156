import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { notFound, onDraft } from '#functions/studio/page.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { openApiOf } from '#lib/core/survey/open-api.ts';
import { exportXlsForm } from '#lib/core/survey/xlsform/export.ts';
import { writeXlsx } from '#lib/sheets/write-xlsx.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import type { OpenDraft } from '#lib/usecases/forms/read-draft.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';

/** The version that is asked for, or the draft. */
async function formAsked({ form }: OpenDraft, { query }: PageRequest, desk: Desk): Promise<Form | undefined> {
  const version = query.get('version');
  return version === null ? form : readVersion(desk, { id: form.id, version: Number(version) });
}

const download = (write: (form: Form) => PageResponse) =>
  onDraft(async (open, request, desk) => {
    const form = await formAsked(open, request, desk);
    return form ? write(form) : notFound();
  });

/** A form as an XLSForm. */
export const getXlsForm = download((form) => ({
  download: writeXlsx(exportXlsForm(form).workbook.sheets),
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  filename: `${form.id}-v${form.version}.xlsx`,
}));

/** The shape of a form's answers as OpenAPI. */
export const getOpenApi = download((form) => ({
  download: new TextEncoder().encode(`${JSON.stringify(openApiOf(form), null, 2)}\n`),
  type: 'application/json; charset=utf-8',
  filename: `${form.id}-v${form.version}.openapi.json`,
}));
