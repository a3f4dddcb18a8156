import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { ownPrefecture } from '#functions/staff/page.ts';
import type { AreaEdition, Program } from '#lib/core/program.ts';
import type { FormHead } from '#lib/core/survey/compose/stored-form.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { AudienceFields } from './audience-fields.tsx';
import type { PickedHospitals } from './pick-hospitals.ts';
import { PlanFields } from './plan-fields.tsx';
import type { TypedRound } from './typed-round.ts';

export interface NewRoundPageProps {
  readonly viewer: Viewer;
  readonly programs: readonly Program<AreaEdition>[];
  /** The form made by staff that is asked; undefined where a survey of an edition is chosen on the page. */
  readonly form?: Form | undefined;
  /** Published forms made by staff, to go over to. */
  readonly own?: readonly FormHead[];
  /** Hospitals chosen one by one, for a form made by staff. */
  readonly picked: PickedHospitals;
  readonly typed: TypedRound;
  readonly problems: readonly FieldProblem[];
}

/** The form of a new round; nothing is sent before its preview. */
export function NewRoundPage({ viewer, programs, form, own = [], picked, typed, problems }: NewRoundPageProps): VNode {
  const said = messagesByField(problems);
  const prefecture = ownPrefecture(viewer);
  const choosesForm = prefecture !== undefined && !form;
  return (
    <StaffLayout
      {...viewer}
      title="調査を準備する"
      at="/s/rounds"
      up={[{ label: '調査', href: '/s/rounds' }]}
      invalid={problems.length > 0}
      scripts={['ladder-dates']}
    >
      <ErrorSummary problems={problems} />
      <h1>調査を準備する</h1>
      <p>次の画面で、だれに何が送られるかを確かめてから、依頼を送ります。この画面では何も送られません。</p>
      {(own.length > 0 || choosesForm) && <OwnForms forms={own} only={choosesForm} />}
      {!choosesForm && (
        <form method="post" action="/s/rounds/new" novalidate class="narrow">
          <HiddenFields fields={{ csrf: viewer.csrf, request: typed.request, form: typed.form }} />
          {form && (
            <button class="visually-hidden" type="submit" tabIndex={-1} aria-hidden="true">
              内容を確かめる
            </button>
          )}
          {form ? (
            <AudienceFields
              own={prefecture}
              programs={programs}
              form={form}
              typed={typed}
              picked={picked}
              said={said}
            />
          ) : (
            <SelectField
              id="survey"
              label="何を聞くか"
              required
              help="事業、年度、調査票の順に書かれています。だれに聞くかは、年度の規則で決まります。"
              value={typed.survey}
              none="選んでください"
              options={surveysOf(programs)}
              problem={said.get('survey')}
            />
          )}
          <PlanFields typed={typed} said={said} released={!form} />
          <p class="buttons">
            <Button kind="primary">内容を確かめる</Button>
          </p>
        </form>
      )}
    </StaffLayout>
  );
}

/** The way to a round on a form that staff made: the only one for a prefecture, which asks no survey of an edition. */
const OwnForms = ({ forms, only }: { forms: readonly FormHead[]; only: boolean }): VNode => (
  <details open={only}>
    <summary>{`職員が作った調査票で聞く（${forms.length}件）`}</summary>
    {only && (
      <p>
        {forms.length > 0 ? '管内の病院に聞く調査票を選びます。' : '公開した調査票がまだありません。'}
        <a href="/s/forms">調査票</a>で作って公開すると、ここに出ます。
      </p>
    )}
    <ul>
      {forms.map(({ id, title, published }) => (
        <li key={id}>
          <a href={`/s/rounds/new?form=${id}@${published}`}>{`${title}（第${published}版）`}</a>
        </li>
      ))}
    </ul>
  </details>
);

const surveysOf = (programs: readonly Program<AreaEdition>[]) =>
  programs.flatMap((program) =>
    program.editions.flatMap((edition) =>
      edition.surveys.map((survey) => ({
        value: `${program.id}/${edition.id}/${survey.id}`,
        label: `${program.shortName} ${edition.label} ${survey.title}`,
      })),
    ),
  );
