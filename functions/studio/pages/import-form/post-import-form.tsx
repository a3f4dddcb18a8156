import { field } from '#functions/site/request.ts';
import { addresses } from '#functions/studio/addresses.ts';
import type { StudioPage } from '#functions/studio/page.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { formSchema } from '#lib/core/survey/form-schema.ts';
import { importXlsForm } from '#lib/core/survey/xlsform/import.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { createdWords } from '../new-form/created-words.ts';
import { ImportFormPage } from './import-page.tsx';
import { ReportPage } from './report-page.tsx';

/** Reads an uploaded XLSForm and shows what of it can be taken in; nothing is kept yet. */
export const postImportForm: StudioPage = async (request, desk) => {
  const again = (problem: string) => ({ page: <ImportFormPage viewer={request} problem={problem} />, status: 422 });
  const file = request.files.get('file')?.[0];
  if (!file || file.size === 0) return again('読み込むExcelファイルを選んでください。');
  const workbook = await readXlsx(new Uint8Array(await file.arrayBuffer()));
  if (!workbook.ok) return again(workbook.error.message);
  const { form, problems, notices } = importXlsForm(workbook.value);
  if (!form) {
    const problem = 'このままでは読み込めません。下の表のところを直して、もう一度選んでください。';
    return {
      page: (
        <ImportFormPage viewer={request} problem={problem} notes={[...problems, ...notices]} filename={file.name} />
      ),
      status: 422,
    };
  }
  const body = JSON.stringify(form);
  return {
    page: <ReportPage viewer={request} form={form} body={body} notices={notices} request={desk.world.id()} />,
  };
};

/** Makes a draft of the form that the report showed. */
export const postKeepImport: StudioPage = async (request, desk) => {
  const again = (problem: string) => ({ page: <ImportFormPage viewer={request} problem={problem} />, status: 422 });
  const start = carriedForm(field(request, 'body'));
  if (!start) return again('読み取った内容が失われました。もう一度ファイルを選んでください。');
  const made = await createForm(desk, request.actor, {
    title: start.title,
    start,
    from: 'xlsform',
    request: field(request, 'request'),
  });
  return made.ok ? { redirect: addresses.form(made.value) } : again(createdWords(made.error));
};

function carriedForm(body: string): Form | undefined {
  try {
    const read = formSchema.safeParse(JSON.parse(body));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
