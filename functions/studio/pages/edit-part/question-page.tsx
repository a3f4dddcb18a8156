import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { questionEditor } from '#lib/core/survey/compose/question-editor.ts';
import { KINDS } from '#lib/core/survey/compose/question-kinds.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';
import { type Editing, EditorPage, type EditorPageProps } from './editor-page.tsx';
import { type QuestionPlace, sectionOf } from './question-place.ts';

export interface QuestionPageProps extends Omit<EditorPageProps, 'children'> {
  readonly place: QuestionPlace;
  readonly question: Question;
}

/** One question to edit; its kind can be changed, which draws the page anew. */
export const QuestionPage = ({ place, question, ...rest }: QuestionPageProps): VNode => (
  <EditorPage {...rest}>
    <form method="get" action={place.action} class="filter">
      <SelectField
        id="kind"
        label="答え方"
        value={question.kind}
        options={place.kinds.map((kind) => ({ value: kind, label: KINDS[kind].label }))}
      />
      <Button>答え方を変える</Button>
    </form>
  </EditorPage>
);

/** What the editor of a question is drawn from. */
export const editingQuestion = (of: {
  readonly form: Form;
  readonly place: QuestionPlace;
  readonly question: Question;
  readonly posted: Editing['posted'];
  readonly seen: string;
}): Editing => ({
  form: of.form,
  heading: of.place.heading,
  action: of.place.action,
  editor: questionEditor(of.question.kind),
  posted: of.posted,
  hidden: { ':kind': of.question.kind, ':seen': of.seen, ':in': sectionOf(of.form, of.place) },
  another: of.place.stands === undefined,
});
