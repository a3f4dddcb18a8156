import type { VNode } from 'preact';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import { KINDS } from '#lib/core/survey/compose/question-kinds.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';

export interface KindPageProps {
  readonly viewer: Viewer;
  readonly form: Form;
  readonly heading: string;
  readonly action: string;
  readonly kinds: readonly Question['kind'][];
}

/** Where the kind of a question is chosen: a link a kind. */
export const KindPage = ({ viewer, form, heading, action, kinds }: KindPageProps): VNode => (
  <StudioLayout viewer={viewer} title={heading} form={form}>
    <h1>{heading}</h1>
    <p>どのように答えてもらうかを選んでください。あとで変えられます。</p>
    <ul class="kinds">
      {kinds.map((kind) => (
        <li key={kind}>
          <a href={`${action}?kind=${kind}`}>{KINDS[kind].label}</a>
          <span class="hint">{KINDS[kind].hint}</span>
        </li>
      ))}
    </ul>
  </StudioLayout>
);
