import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import type { PickedHospitals } from './pick-hospitals.ts';
import type { TypedRound } from './typed-round.ts';

/** Chooses single hospitals of the register by name or prefecture: each search keeps those chosen before. Works without a script. */
export const HospitalFields = (props: {
  /** The prefecture whose hospitals alone may be chosen; undefined for the nation. */
  readonly own: string | undefined;
  readonly typed: TypedRound;
  readonly picked: PickedHospitals;
  readonly problem: string | undefined;
}): VNode => {
  const { own, typed, picked, problem } = props;
  const { chosen, found, total } = picked;
  const q = typed.find?.q ?? '';
  const prefecture = typed.find?.prefecture ?? '';
  return (
    <details id="hospitals" open={typed.asks === 'chosen' || problem !== undefined || typed.find !== undefined}>
      <summary>{`病院を選ぶ（${chosen.length}病院を選択中）`}</summary>
      <p class="hint">「選んだ病院」に聞くときだけ使います。</p>
      {chosen.length > 0 && (
        <ChoiceField
          id="organisations"
          label={`選んだ病院（${chosen.length}病院）`}
          help="印を外すと、依頼先から外れます。"
          required={false}
          many
          chosen={chosen.map(({ id }) => id)}
          options={chosen.map(optionOf)}
          problem={problem}
        />
      )}
      <TextField
        id={chosen.length > 0 || total !== undefined ? 'find-q' : 'organisations'}
        name="find-q"
        label="病院の名前・コード"
        required={false}
        help="名前の一部でさがせます。空のままなら、都道府県のすべての病院が出ます。"
        value={q}
        problem={chosen.length > 0 || total !== undefined ? undefined : problem}
      />
      {own === undefined && (
        <SelectField
          id="find-prefecture"
          label="都道府県"
          required={false}
          value={prefecture}
          none="すべて"
          options={PREFECTURES.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <p class="buttons">
        <Button name="act" value="find" formAction="/s/rounds/new#hospitals">
          病院をさがす
        </Button>
      </p>
      {total !== undefined && (
        <ChoiceField
          id={chosen.length > 0 ? 'found' : 'organisations'}
          name="organisations"
          label={`見つかった病院（${total}病院）`}
          help={
            total > found.length
              ? `はじめの${found.length}病院だけを表示しています。名前などでしぼってください。`
              : '加える病院に印を付けてください。続けてほかの病院をさがしても、選んだ病院は残ります。'
          }
          required={false}
          many
          chosen={[]}
          options={found.map(optionOf)}
          problem={chosen.length > 0 ? undefined : problem}
        />
      )}
    </details>
  );
};

const optionOf = ({ id, name, prefecture }: Organisation) => ({
  value: id,
  label: name,
  hint: prefectureName(prefecture),
});
