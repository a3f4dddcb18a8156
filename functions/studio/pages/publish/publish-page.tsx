import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem } from '#functions/components/error-summary.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import type { Question } from '#lib/core/survey/form.ts';
import { ProblemList } from '../compose/problem-list.tsx';
import type { PublicationView } from './load-publication.ts';

export interface PublishPageProps {
  readonly viewer: Viewer;
  readonly view: PublicationView;
  readonly typed: {
    readonly from: Readonly<Record<string, string>>;
    readonly anew: readonly string[];
    readonly request: string;
  };
  readonly problems: readonly FieldProblem[];
}

/** What publishing does: what is new against the version before, and how earlier answers are taken over. */
export function PublishPage({ viewer, view, typed, problems }: PublishPageProps): VNode {
  const { form, draft, next, before, changes, faults } = view;
  return (
    <StudioLayout viewer={viewer} title="公開する" form={form} invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      <h1>公開する</h1>
      <p>
        公開した版は、その後変わりません。直すときは、下書きを直して次の版を公開します。公開しただけでは、病院には何も送られません。
      </p>
      <SummaryList
        rows={[
          { key: '調査票', value: form.title },
          { key: '版', value: `第${next}版` },
          ...(before
            ? [
                { key: `第${next - 1}版から加わる質問`, value: listOf(changes.added) },
                { key: 'なくなる質問', value: listOf(changes.removed) },
                { key: '変わる質問', value: listOf(changes.changed) },
              ]
            : []),
        ]}
      />
      <ProblemList form={form} faults={faults} />
      {faults.length === 0 && (
        <form method="post" action={addresses.publish(form.id)} novalidate class="narrow">
          <HiddenFields fields={{ csrf: viewer.csrf, draft, request: typed.request }} />
          {before && <Carrying view={view} typed={typed} />}
          <p class="buttons">
            <Button kind="primary">{`第${next}版として公開する`}</Button>
            <LinkButton href={addresses.form(form.id)}>戻る</LinkButton>
          </p>
        </form>
      )}
    </StudioLayout>
  );
}

const listOf = (questions: readonly Question[]): string =>
  questions.length === 0 ? 'ありません' : questions.map(({ label }) => `「${label}」`).join('\n');

/** How answers to the version before reach this one: taken over by the same question, by another, or asked anew. */
function Carrying({ view, typed }: Pick<PublishPageProps, 'view' | 'typed'>): VNode {
  const { form, changes, next } = view;
  const added = changes.added.filter(({ kind }) => changes.removed.some((old) => old.kind === kind));
  const fresh = new Set(changes.added.map(({ id }) => id));
  const kept = form.sections
    .flatMap(({ questions }) => questions)
    .filter(({ id, kind }) => !fresh.has(id) && kind !== 'note' && kind !== 'calculate');
  return (
    <>
      <h2>前の回答の引継ぎ</h2>
      <p>{`第${next - 1}版に回答した病院には、同じ質問の回答を入れておき、確かめてもらいます。`}</p>
      {added.map((question) => (
        <SelectField
          key={question.id}
          id={`from.${question.id}`}
          label={`新しい質問「${question.label}」に入れておく、なくなった質問の回答`}
          value={typed.from[question.id]}
          none="入れない"
          options={changes.removed
            .filter(({ kind }) => kind === question.kind)
            .map(({ id, label }) => ({ value: id, label }))}
        />
      ))}
      {kept.length > 0 && (
        <details open={typed.anew.length > 0}>
          <summary>前の回答を入れずに、新しく聞く質問を選ぶ</summary>
          <ChoiceField
            id="anew"
            label="新しく聞く質問"
            many
            help="日付や人数のように、毎回新しく答えてもらいたい質問を選びます。"
            chosen={typed.anew}
            options={kept.map(({ id, label }) => ({ value: id, label }))}
          />
        </details>
      )}
    </>
  );
}
