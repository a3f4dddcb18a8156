import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { conditionOnPage, looksAt } from '#functions/components/questions/condition-words.ts';
import { QuestionField } from '#functions/components/questions/question-field.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import { largestExtent } from '#lib/core/survey/completeness.ts';
import { conditionText } from '#lib/core/survey/compose/condition-text.ts';
import type { Form, Section } from '#lib/core/survey/form.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';

interface OfForm {
  readonly viewer: Viewer;
  readonly form: Form;
}

/** A draft's start page as a hospital will see it: what it asks, how long it takes, and its sections. */
export function PreviewFormPage({ viewer, form }: OfForm): VNode {
  const most = largestExtent(form);
  return (
    <StudioLayout viewer={viewer} title="病院から見た画面" form={form}>
      <h1>{form.title}</h1>
      <NotificationBanner title="病院から見た画面です。入力を試せますが、保存はされません。" />
      <SummaryList
        rows={[
          { key: '分量の目安', value: `最大で${most.sections}項目・${most.questions}問、約${most.minutes}分` },
          { key: '用意するもの', value: form.prepare.length > 0 ? form.prepare.join('\n') : '特にありません' },
        ]}
      />
      <h2>回答する項目</h2>
      <ol class="tasks">
        {form.sections.map((section) => (
          <li key={section.id} class="task">
            <span class="task__name">
              <a href={addresses.preview(form.id, section.id)}>{section.title}</a>
            </span>
            <span class="task__note">{`${section.questions.length}問・約${section.minutes}分`}</span>
          </li>
        ))}
      </ol>
      <p>
        <LinkButton href={addresses.form(form.id)}>調査票に戻る</LinkButton>
      </p>
    </StudioLayout>
  );
}

export interface PreviewSectionPageProps extends OfForm {
  readonly section: Section;
  readonly posted: Posted;
  readonly problems?: readonly FieldProblem[];
  readonly warnings?: readonly FieldProblem[];
  /** Rows to draw at least, by table. */
  readonly rows?: Readonly<Record<string, number>>;
  /** What was typed has just been checked. */
  readonly checked?: boolean;
}

/** One section of a draft as a hospital will see it; every question is drawn, with its condition in words. */
export function PreviewSectionPage(props: PreviewSectionPageProps): VNode {
  const { viewer, form, section, posted, problems = [], warnings = [], rows = {}, checked } = props;
  const messages = messagesByField(problems);
  const onPage = { section, values: {}, today: '' };
  const next = form.sections[form.sections.indexOf(section) + 1];
  return (
    <StudioLayout
      viewer={viewer}
      title={section.title}
      form={form}
      up={[{ label: '病院から見た画面', href: addresses.preview(form.id) }]}
      invalid={problems.length > 0}
      scripts={['follow-conditions']}
    >
      <ErrorSummary problems={problems} />
      {checked && problems.length === 0 && (
        <NotificationBanner tone="success" title="この内容で保存できます。（お試しのため、保存していません）" live>
          {warnings.length > 0 && <p>{warnings.map(({ message }) => message).join('')}</p>}
        </NotificationBanner>
      )}
      <h1>{section.title}</h1>
      <p class="section-bar">
        <span>{`${form.sections.indexOf(section) + 1} / ${form.sections.length}項目　約${section.minutes}分`}</span>
      </p>
      {section.when && <p class="part__when">{`この項目を表示する条件：${conditionText(form, section.when)}`}</p>}
      {section.lead && <p class="lines">{section.lead}</p>}
      <form id="preview" method="post" action={addresses.preview(form.id, section.id)} novalidate>
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        {section.questions.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            posted={posted}
            problems={messages}
            rows={rows[question.id]}
            onPage={onPage}
            when={
              question.when && looksAt(section, question.when)
                ? JSON.stringify(conditionOnPage(onPage, question.when))
                : undefined
            }
            calculated={question.kind === 'calculate' ? '（計算した値がここに表示されます）' : undefined}
            aside={
              question.when === undefined ? undefined : (
                <p class="hint">{`（${conditionText(form, question.when)}にお答えください）`}</p>
              )
            }
          />
        ))}
        <div class="buttons">
          <Button kind="primary">入力を確かめる</Button>
          {next && <LinkButton href={addresses.preview(form.id, next.id)}>次の項目を見る</LinkButton>}
          <LinkButton href={addresses.form(form.id)}>調査票に戻る</LinkButton>
        </div>
      </form>
    </StudioLayout>
  );
}
