import { ErrorPage } from '#functions/components/error-page.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { type ApplyRefused, applyWorkbook } from '#lib/usecases/workbook/apply-workbook.ts';
import type { Choice } from '#lib/usecases/workbook/plan-workbook.ts';
import { readUpload } from '#lib/usecases/workbook/read-upload.ts';
import { placeOf, type WorkbookView, workbookView } from '../../workbook-view.ts';
import { keepField, uploadFields } from './upload-fields.ts';
import { type Asked, uploadResponse } from './upload-response.ts';

/** Takes an uploaded questionnaire in as its dry run was confirmed; pressed twice, it is taken in once. */
export async function postUpload(request: PageRequest, desk: Desk): Promise<PageResponse> {
  const place = placeOf(request);
  const id = param(request, 'upload');
  const choices = choicesOf(request);
  const confirm = field(request, uploadFields.confirm) !== '';
  const seen = field(request, uploadFields.seen);
  const done = await applyWorkbook(desk, request.actor, { ...place, upload: id, seen, choices, confirm });
  if (done.ok) return { redirect: addresses.upload(place.round, id) };
  const [view, upload] = await Promise.all([workbookView(request, desk), readUpload(desk, place, id)]);
  if (!view) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  if (!upload || done.error.kind === 'no-such-upload') return { redirect: addresses.workbook(place.round) };
  return uploadResponse(view, upload, { choices, confirm, ...said(view, done.error) });
}

const choicesOf = ({ posted }: PageRequest): ReadonlyMap<string, Choice> =>
  new Map(
    Object.entries(posted).flatMap(([name, [value]]): readonly (readonly [string, Choice])[] =>
      name.startsWith(uploadFields.keep) && (value === 'mine' || value === 'theirs')
        ? [[name.slice(uploadFields.keep.length), value]]
        : [],
    ),
  );

function said({ form }: WorkbookView, error: ApplyRefused): Pick<Asked, 'problems' | 'status' | 'moved'> {
  const about = (message: string, status: number) => ({ problems: [{ field: 'take', message }], status });
  switch (error.kind) {
    case 'undecided': {
      const labels = new Map(form.sections.flatMap(({ questions }) => questions.map(({ id, label }) => [id, label])));
      const problems = error.questions.map((id) => ({
        field: keepField(id),
        message: `「${labels.get(id) ?? id}」は、残す回答を選んでください。`,
      }));
      return { problems, status: 422 };
    }
    case 'moved-meanwhile':
      return { problems: [], moved: true, status: 409 };
    case 'not-asked':
    case 'no-such-upload':
    case 'closed':
      return about('いまは回答を変更できないため、取り込めません。', 409);
    case 'nothing':
      return about('取り込む変更がありません。', 422);
    case 'too-large':
      return about('文章が長すぎて取り込めません。長い文章を短くして、もう一度ファイルを選んでください。', 422);
  }
}
