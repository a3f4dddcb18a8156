import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { questionEditor } from '#lib/core/survey/compose/question-editor.ts';
import { KINDS } from '#lib/core/survey/compose/question-kinds.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';
import { actValue } from '../compose/part-act.ts';
import { type Editing, EditorPage, type EditorPageProps } from './editor-page.tsx';
import { type QuestionPlace, sectionOf } from './question-place.ts';

export interface QuestionPageProps extends Omit<EditorPageProps, 'children' | 'below'> {
  readonly place: QuestionPlace;
  readonly question: Question;
}

/** One question to edit; its kind can be changed, which draws the page anew. */
export const QuestionPage = ({ place, question, ...rest }: QuestionPageProps): VNode => (
  <EditorPage {...rest} below={place.stands && place.target.kind === 'question' && <Moving place={place} {...rest} />}>
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

/** Moves a question to another section at once, however far that is. */
function Moving({
  viewer,
  editing: { form, hidden },
  place,
}: Pick<QuestionPageProps, 'viewer' | 'editing' | 'place'>): VNode {
  const act = actValue({ verb: 'to', target: place.target, fingerprint: '' });
  return (
    <section aria-labelledby="moving">
      <h2 id="moving">ほかのセクションへ移す</h2>
      <p>この画面で入力した内容は、先に保存してください。</p>
      <form method="post" action={addresses.form(form.id)} class="filter">
        <HiddenFields fields={{ csrf: viewer.csrf, act, ':request': hidden[':request'] ?? '' }} />
        <SelectField
          id="section"
          label="移す先のセクション"
          value={sectionOf(form, place)}
          options={form.sections.map(({ id, title }, at) => ({ value: id, label: `${at + 1}　${title}` }))}
        />
        <Button>このセクションの最後へ移す</Button>
      </form>
    </section>
  );
}

/** What the editor of a question is drawn from. */
export const editingQuestion = (of: {
  readonly form: Form;
  readonly place: QuestionPlace;
  readonly question: Question;
  readonly posted: Editing['posted'];
  readonly seen: string;
  /** Id of the page, by which a second press is recognised. */
  readonly request: string;
}): Editing => ({
  form: of.form,
  heading: of.place.heading,
  action: of.place.action,
  editor: questionEditor(of.question.kind),
  posted: of.posted,
  hidden: { ':kind': of.question.kind, ':seen': of.seen, ':in': sectionOf(of.form, of.place), ':request': of.request },
  another: of.place.stands === undefined,
});
