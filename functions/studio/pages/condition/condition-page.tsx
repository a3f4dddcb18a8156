import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { ChoiceField } from '#functions/components/fields/choice-field.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import { conditionText } from '#lib/core/survey/compose/condition-text.ts';
import { type Comparison, comparisonsOf } from '#lib/core/survey/compose/simple-condition.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';
import type { ConditionPlace } from './condition-place.ts';

/** What was chosen so far, and on which page. */
export interface TypedCondition {
  readonly comparison: string;
  readonly values: readonly string[];
  readonly number: string;
  /** Id of the page, by which a second press is recognised. */
  readonly request: string;
}

export interface ConditionPageProps {
  readonly viewer: Viewer;
  readonly form: Form;
  readonly place: ConditionPlace;
  /** The earlier question that is to decide; undefined while it is being chosen. */
  readonly about: Question | undefined;
  readonly typed: TypedCondition;
  readonly problems: readonly FieldProblem[];
}

/** When a part of a form is shown: first the question that decides, then the answer that it needs. */
export function ConditionPage(props: ConditionPageProps): VNode {
  const { viewer, form, place, about, typed, problems } = props;
  const action = addresses.condition(form.id, place.target);
  const hidden = { csrf: viewer.csrf, ':seen': place.seen, ':request': typed.request };
  return (
    <StudioLayout viewer={viewer} title="表示する条件" form={form} invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      <h1>表示する条件</h1>
      <p>{`「${place.name}」を、前の質問の回答によって表示します。`}</p>
      <p class="part__when">
        {`今の条件：${place.when === undefined ? 'なし（いつも表示します）' : conditionText(form, place.when)}`}
      </p>
      {place.when !== undefined && place.stands === undefined && (
        <p>
          今の条件は、この画面では作り直せない形です。そのまま残すか、別の条件に置き換えるか、なくすことができます。
        </p>
      )}
      {place.earlier.length === 0 ? (
        <p>前に、条件にできる質問がありません。順序を入れ替えるか、前に質問を追加してください。</p>
      ) : (
        <form method="get" action={action} class="filter">
          <SelectField
            id="about"
            label="決める質問"
            value={about?.id}
            problem={messagesByField(problems).get('about')}
            options={place.earlier.map(({ id, label }) => ({
              value: id,
              label: place.sameRow.some((column) => column.id === id) ? `${label}（同じ行）` : label,
            }))}
          />
          <Button>この質問で決める</Button>
        </form>
      )}
      {about && <Comparing {...props} about={about} action={action} hidden={hidden} />}
      {place.when !== undefined && (
        <form method="post" action={action}>
          <HiddenFields fields={{ ...hidden, ':clear': 'yes' }} />
          <p class="buttons">
            <Button kind="danger">条件をなくす</Button>
          </p>
        </form>
      )}
      <p>
        <LinkButton href={addresses.at(form.id, place.target)}>変えずに戻る</LinkButton>
      </p>
    </StudioLayout>
  );
}

type ComparingProps = Omit<ConditionPageProps, 'about'> & {
  readonly about: Question;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
};

function Comparing({ about, typed, problems, action, hidden }: ComparingProps): VNode {
  const said = messagesByField(problems);
  const unit = 'unit' in about ? about.unit : '';
  return (
    <form method="post" action={action} novalidate class="narrow">
      <h2>{`「${about.label}」の回答が`}</h2>
      <HiddenFields fields={{ ...hidden, about: about.id }} />
      <ChoiceField
        id="comparison"
        label="比べ方"
        required
        chosen={[typed.comparison]}
        options={comparisonsOf(about).map((each) => ({ value: each, label: words[each] }))}
        problem={said.get('comparison')}
      />
      {'choices' in about && about.kind !== 'rank' && (
        <ChoiceField
          id="values"
          label="選択肢"
          many
          help="「回答がある」場合は、選ばなくて構いません。"
          chosen={typed.values}
          options={about.choices.map(({ code, label }) => ({ value: code, label }))}
          problem={said.get('values')}
        />
      )}
      {comparisonsOf(about).includes('at-least') && (
        <TextField
          id="number"
          label="数"
          help="「回答がある」場合は、空欄で構いません。"
          inputMode="decimal"
          size={12}
          tidy
          unit={unit}
          value={typed.number}
          problem={said.get('number')}
        />
      )}
      <p class="buttons">
        <Button kind="primary">この条件にする</Button>
      </p>
    </form>
  );
}

const words: Readonly<Record<Comparison, string>> = {
  'any-of': '次のどれかを選んだ場合',
  'none-of': '次のどれも選んでいない場合（回答したときだけ）',
  'at-least': '次の数以上の場合',
  'less-than': '次の数より小さい場合（回答したときだけ）',
  answered: '回答がある場合',
};
