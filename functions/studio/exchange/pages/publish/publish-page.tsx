import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { ProblemList } from '#functions/studio/components/problem-list.tsx';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import type { Question } from '#lib/core/survey/form.ts';
import type { LossCount } from '#lib/usecases/forms/count-losses.ts';
import { CarryingPart } from './carrying-part.tsx';
import type { PublicationView } from './load-publication.ts';
import { carryingIn, lossesSeen, publishFields, type TypedPublication } from './publish-fields.ts';

export interface PublishPageProps {
  readonly viewer: Viewer;
  readonly view: PublicationView;
  readonly typed: TypedPublication;
  readonly problems: readonly FieldProblem[];
  /** How many answers lose something. */
  readonly counted: LossCount | undefined;
}

/** What publishing does: what is new against the version before, and how earlier answers are taken over. */
export function PublishPage({ viewer, view, typed, problems, counted }: PublishPageProps): VNode {
  const { form, draft, next, before, changes, faults } = view;
  const carrying = carryingIn(view, typed);
  const seen = carrying ? { [publishFields.seen]: lossesSeen(carrying) } : {};
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
          <HiddenFields fields={{ csrf: viewer.csrf, draft, request: typed.request, ...seen }} />
          {carrying && (
            <CarryingPart
              view={view}
              typed={typed}
              carrying={carrying}
              counted={counted}
              said={messagesByField(problems)}
            />
          )}
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
