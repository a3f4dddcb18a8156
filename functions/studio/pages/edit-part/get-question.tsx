import { typedOf } from '#functions/components/questions/typed.ts';
import { notFound, onDraft } from '#functions/studio/page.ts';
import { questionEditor } from '#lib/core/survey/compose/question-editor.ts';
import { valuesOfQuestion } from '#lib/core/survey/compose/question-values.ts';
import { KindPage } from './kind-page.tsx';
import { editingQuestion, QuestionPage } from './question-page.tsx';
import { questionPlace, questionToEdit } from './question-place.ts';
import { seenOf } from './seen.ts';

/** Shows a question to edit, or the kinds to choose from. */
export const getQuestion = onDraft(({ form }, request, desk) => {
  const place = questionPlace(form, request);
  if (!place) return notFound();
  const question = questionToEdit(place, request.query.get('kind') ?? '');
  if (!question) return { page: <KindPage viewer={request} form={form} {...place} /> };
  const posted = typedOf(questionEditor(question.kind).questions, valuesOfQuestion(question));
  const editing = editingQuestion({
    form,
    place,
    question,
    posted,
    seen: seenOf(form, place),
    request: desk.world.id(),
  });
  return { page: <QuestionPage viewer={request} place={place} question={question} editing={editing} /> };
});
