import type { VNode } from 'preact';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { AreaEdition, Program } from '#lib/core/program.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { HospitalFields } from './hospital-fields.tsx';
import type { PickedHospitals } from './pick-hospitals.ts';
import { sides, type TypedRound } from './typed-round.ts';

export interface AudienceFieldsProps {
  /** The prefecture whose hospitals alone are asked; undefined for the nation. */
  readonly own: string | undefined;
  readonly programs: readonly Program<AreaEdition>[];
  readonly form: Form;
  readonly typed: TypedRound;
  readonly picked: PickedHospitals;
  /** Messages by field. */
  readonly said: ReadonlyMap<string, string>;
}

/** Whom a form made by staff asks: a side by an edition's areas, or every hospital, of all prefectures or of some, or hospitals chosen one by one. */
export const AudienceFields = ({ own, programs, form, typed, picked, said }: AudienceFieldsProps): VNode => (
  <>
    <SummaryList rows={[{ key: '何を聞くか', value: `${form.title}（第${form.version}版）` }]} />
    <p>回答は都道府県と厚生労働省だけが見ます。ほかの病院には提供しません。</p>
    <ChoiceField
      id="asks"
      label="だれに聞くか"
      required
      chosen={[typed.asks]}
      options={[
        ...sides.map((side) => ({
          value: side,
          label: `${own === undefined ? '' : `${prefectureName(own)}の`}${words[side]}`,
        })),
        { value: 'chosen', label: '選んだ病院（下で1病院ずつ選びます）' },
      ]}
      problem={said.get('asks')}
    />
    <div class="rules-year">
      <SelectField
        id="survey"
        label="どの年度の規則で決めるか"
        required
        help="連携先病院・連携元病院は、この年度の区域と規則で決まります。"
        value={typed.survey}
        options={editionsOf(programs)}
        problem={said.get('survey')}
      />
    </div>
    {own === undefined && (
      <details open={typed.prefectures.length > 0}>
        <summary>都道府県をしぼる</summary>
        <ChoiceField
          id="prefectures"
          label="聞く都道府県"
          many
          help="選ばないと、全国の病院に聞きます。"
          chosen={typed.prefectures}
          options={PREFECTURES.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </details>
    )}
    <HospitalFields own={own} typed={typed} picked={picked} problem={said.get('organisations')} />
  </>
);

type Side = (typeof sides)[number];

const words: Readonly<Record<Side, string>> = {
  destination: '連携先病院',
  source: '連携元病院',
  every: '名簿のすべての病院',
};

/** Newest first, so that it stands chosen. */
const editionsOf = (programs: readonly Program<AreaEdition>[]) =>
  programs.flatMap((program) =>
    program.editions
      .map((edition) => ({
        value: `${program.id}/${edition.id}`,
        label: `${program.shortName} ${edition.label}`,
      }))
      .reverse(),
  );
