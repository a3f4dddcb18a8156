import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { type Option, SelectField } from '#functions/components/fields/select-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';

export interface NewFormPageProps {
  readonly viewer: Viewer;
  readonly starts: readonly Option[];
  readonly typed: { readonly title: string; readonly start: string; readonly request: string };
  readonly problems: readonly FieldProblem[];
}

/** Where a form begins: its name, and what it is copied from. */
export function NewFormPage({ viewer, starts, typed, problems }: NewFormPageProps): VNode {
  const said = messagesByField(problems);
  return (
    <StudioLayout viewer={viewer} title="調査票を作る" invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      <h1>調査票を作る</h1>
      <form method="post" action={addresses.newForm} novalidate class="narrow">
        <HiddenFields fields={{ csrf: viewer.csrf, request: typed.request }} />
        <TextField
          id="title"
          label="調査票の名前"
          required
          help="病院にも表示されます。あとで変えられます。"
          value={typed.title}
          problem={said.get('title')}
        />
        <SelectField
          id="start"
          label="もとにする調査票"
          required={false}
          help="選ぶと、その写しから始めます。もとの調査票は変わりません。"
          value={typed.start}
          none="何もないところから始める"
          options={starts}
        />
        <p class="buttons">
          <Button kind="primary">作り始める</Button>
        </p>
      </form>
    </StudioLayout>
  );
}
