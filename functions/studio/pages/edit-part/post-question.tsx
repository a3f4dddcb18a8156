import { field, type PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { notFound, onDraft } from '#functions/studio/page.ts';
import { FIELD, questionEditor } from '#lib/core/survey/compose/question-editor.ts';
import { KINDS } from '#lib/core/survey/compose/question-kinds.ts';
import { questionOfValues, valuesOfQuestion } from '#lib/core/survey/compose/question-values.ts';
import { partAt } from '#lib/core/survey/compose/target.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import { editDraft } from '#lib/usecases/forms/edit-draft.ts';
import { readDraft } from '#lib/usecases/forms/read-draft.ts';
import { theirsOf } from './differing.ts';
import type { EditorPageProps } from './editor-page.tsx';
import { editingQuestion, QuestionPage } from './question-page.tsx';
import { placeInstead, type QuestionPlace, questionPlace, questionToEdit } from './question-place.ts';
import { refusedWords } from './refused-words.ts';
import { seenOf } from './seen.ts';

/** Keeps a question as it was typed, unless something is missing or somebody else changed it in between. */
export const postQuestion = onDraft(async ({ form }, request, desk) => {
  const place = questionPlace(form, request);
  if (!place) return added(form, request);
  const before = questionToEdit(place, field(request, ':kind'));
  if (!before) return notFound();
  const seen = field(request, ':seen');
  const drawn = { request, form, place, question: before, seen };
  const editor = questionEditor(before.kind);
  const reading = readSection(editor, request.posted, {});
  const typed = questionOfValues(before, reading.values);
  const told = new Set([...reading.problems, ...reading.missing].map((problem) => problem.field));
  const problems = [
    ...reading.problems,
    ...reading.missing,
    ...typed.problems.filter((problem) => !told.has(problem.field)),
  ];
  if (problems.length > 0) return again(drawn, { problems }, 422);
  const command = place.command(typed.question);
  if (!command) return notFound();
  const edited = await editDraft(desk, request.actor, {
    form: form.id,
    command,
    request: field(request, ':request'),
    ...(place.stands ? { seen: { target: place.target, fingerprint: seen } } : {}),
  });
  if (edited.ok) {
    if (field(request, ':next') === 'another') return { redirect: place.action };
    return { redirect: addresses.at(form.id, place.target, 'saved') };
  }
  if (edited.error.kind !== 'conflict') {
    const ring = edited.error.kind === 'ring';
    const at = ring && before.kind === 'calculate' ? FIELD.expression : FIELD.label;
    return again(drawn, { problems: [{ field: at, message: refusedWords(edited.error) }] }, ring ? 422 : 409);
  }
  const now = await readDraft(desk, form.id);
  const placeNow = now && questionPlace(now.form, request);
  if (!now || !placeNow?.stands) return added(now?.form ?? form, request);
  const { kind } = placeNow.stands;
  const theirs = theirsOf(editor, valuesOfQuestion(placeNow.stands), reading.values, now.draft);
  const kinds =
    kind === before.kind ? [] : [{ label: '答え方', theirs: KINDS[kind].label, mine: KINDS[before.kind].label }];
  const both = { ...theirs, differing: [...kinds, ...theirs.differing] };
  return again({ ...drawn, form: now.form, seen: seenOf(now.form, placeNow) }, { theirs: both }, 409);
});

/** What was typed of a question that somebody deleted meanwhile: kept on the page, to be added as a new one. */
function added(form: Form, request: PageRequest): PageResponse {
  const place = placeInstead(form, request, field(request, ':in'));
  const question = place && questionToEdit(place, field(request, ':kind'));
  if (!place || !question) return notFound();
  const where = partAt(form, place.target);
  const name = where && ('title' in where ? where.title : where.label);
  const message = `ほかの人が先に削除していたため、まだ保存していません。このまま「保存する」を押すと、「${name ?? ''}」に新しく追加します。`;
  return again({ request, form, place, question, seen: '' }, { problems: [{ field: FIELD.label, message }] }, 409);
}

const again = (
  drawn: {
    readonly request: PageRequest;
    readonly form: Form;
    readonly place: QuestionPlace;
    readonly question: Question;
    readonly seen: string;
  },
  told: Pick<EditorPageProps, 'problems' | 'theirs'>,
  status: number,
): PageResponse => {
  const { request, place, question } = drawn;
  const pressed = field(request, ':request');
  const editing = editingQuestion({ ...drawn, posted: request.posted, request: pressed });
  return {
    page: <QuestionPage viewer={request} place={place} question={question} editing={editing} {...told} />,
    status,
  };
};
