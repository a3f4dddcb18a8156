import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { Round } from '#lib/core/rounds/round.ts';
import { PlanFields } from '../new-round/plan-fields.tsx';
import type { TypedPlanFields } from '../new-round/typed-round.ts';

export interface PlanPageProps {
  readonly viewer: Viewer;
  readonly round: Round;
  readonly typed: TypedPlanFields;
  /** The round's version that the typed plan was read from. */
  readonly version: number;
  readonly problems: readonly FieldProblem[];
}

/** Where the plan of a round is changed before anything is sent. */
export const PlanPage = ({ viewer, round, typed, version, problems }: PlanPageProps): VNode => (
  <StaffLayout
    {...viewer}
    title="準備した調査を直す"
    at="/s/rounds"
    up={[
      { label: '調査', href: '/s/rounds' },
      { label: '送る前の確認', href: `/s/rounds/${round.id}/preview` },
    ]}
    invalid={problems.length > 0}
    scripts={['ladder-dates']}
  >
    <ErrorSummary problems={problems} />
    <h1>準備した調査を直す</h1>
    <p>
      まだ何も送られていません。何を聞くか、だれに聞くかを変えるときは、この準備を取りやめて新しく準備してください。
    </p>
    <form method="post" action={`/s/rounds/${round.id}/plan`} novalidate class="narrow">
      <HiddenFields fields={{ csrf: viewer.csrf, version }} />
      <PlanFields typed={typed} said={messagesByField(problems)} released={round.release !== undefined} />
      <p class="buttons">
        <Button kind="primary">内容を確かめる</Button>
        <LinkButton href={`/s/rounds/${round.id}/preview`}>直さずに戻る</LinkButton>
      </p>
    </form>
  </StaffLayout>
);
