import type { ComponentChildren, VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { QuestionField } from '#functions/components/questions/question-field.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import type { Form, Section } from '#lib/core/survey/form.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';

/** What was saved in between, beside what was typed here. */
export interface Theirs {
  /** Who saved the draft last; the part itself may have been changed by somebody before. */
  readonly by: string;
  /** When the draft was saved last, in words. */
  readonly at: string;
  /** Fields that differ: what stands stored, and what was typed. */
  readonly differing: readonly { readonly label: string; readonly theirs: string; readonly mine: string }[];
}

/** What every editor of a part is drawn from. */
export interface Editing {
  readonly form: Form;
  readonly heading: string;
  /** Where it is posted to. */
  readonly action: string;
  /** The editor's fields. */
  readonly editor: Section;
  readonly posted: Posted;
  readonly hidden: Readonly<Record<string, string>>;
  /** Whether another question can be added right after saving. */
  readonly another?: boolean;
}

export interface EditorPageProps {
  readonly viewer: Viewer;
  readonly editing: Editing;
  readonly problems?: readonly FieldProblem[];
  readonly theirs?: Theirs | undefined;
  /** Stands above the fields. */
  readonly children?: ComponentChildren;
  /** Stands below them, outside their form. */
  readonly below?: ComponentChildren;
}

/** One part of a form to edit; its fields are drawn as any section's. */
export function EditorPage({ viewer, editing, problems = [], theirs, children, below }: EditorPageProps): VNode {
  const { form, heading, action, editor, posted, hidden, another } = editing;
  const messages = messagesByField(problems);
  return (
    <StudioLayout viewer={viewer} title={heading} form={form} invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      <h1>{heading}</h1>
      {theirs && <Conflict theirs={theirs} />}
      {children}
      <form method="post" action={action} novalidate class="narrow">
        <HiddenFields fields={{ csrf: viewer.csrf, ...hidden }} />
        {editor.questions.map((question) => (
          <QuestionField key={question.id} question={question} posted={posted} problems={messages} />
        ))}
        <div class="buttons">
          <Button kind="primary">{theirs ? '入力した内容で保存する' : '保存する'}</Button>
          {another && (
            <Button name=":next" value="another">
              保存して、続けて追加する
            </Button>
          )}
          <LinkButton href={addresses.form(form.id)}>{theirs ? '保存されている内容を残す' : 'やめて戻る'}</LinkButton>
        </div>
      </form>
      {below}
    </StudioLayout>
  );
}

const Conflict = ({ theirs: { by, at, differing } }: { theirs: Theirs }): VNode => (
  <NotificationBanner tone="warning" title="この画面を開いた後に、ここが変更されました。まだ保存していません。">
    <p>
      {`下書きの最後の保存は${at}（${by}）です。`}
      {differing.length === 0
        ? '変わったのは、この画面にない所（表示する条件や表の列など）です。保存しても、その変更は残ります。'
        : '違うところを確かめてください。下の欄には、あなたが入力した内容が残っています。'}
    </p>
    {differing.map(({ label, theirs, mine }) => (
      <div key={label}>
        <h2>{label}</h2>
        <SummaryList
          rows={[
            { key: '保存されている内容', value: theirs },
            { key: 'あなたが入力した内容', value: mine },
          ]}
        />
      </div>
    ))}
  </NotificationBanner>
);
