import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { citationWords } from '#functions/planning/components/citation-words.ts';
import { PlanningLayout } from '#functions/planning/components/planning-layout.tsx';
import { RoundChoice } from '#functions/planning/rounds/round-choice.tsx';
import { actorWords } from '#functions/staff/components/actor-words.ts';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { AllocationPlan, PlanChoices } from '#lib/core/matching/allocation/plan.ts';
import type { AllocationRule } from '#lib/core/matching/allocation/rule.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { AllocationInput } from '#lib/usecases/allocation-input.ts';
import type { OpenPool } from '#lib/usecases/open-pool.ts';
import { basisWords, choiceFields, proposerWords, tieWords } from './typed-choices.ts';

export interface AllocationPageProps {
  readonly viewer: Viewer;
  readonly rounds: readonly Round[];
  readonly chosen: Round | undefined;
  readonly trying:
    | {
        readonly opened: OpenPool;
        readonly rule: AllocationRule;
        /** The pool under the edition's own choices. */
        readonly input: AllocationInput;
        readonly typed: ReadonlyMap<string, string>;
        readonly choices: PlanChoices;
      }
    | undefined;
  readonly plans: readonly AllocationPlan[];
  readonly problems: readonly FieldProblem[];
  /** Id of this form's press. */
  readonly request: string;
}

/** The numbers that an allocation what-if starts from, each with its source, and the what-ifs kept so far. */
export function AllocationPage(props: AllocationPageProps): VNode {
  const { viewer, rounds, chosen, trying, plans, problems } = props;
  const title = '配置の試算';
  return (
    <PlanningLayout viewer={viewer} title={title} invalid={problems.length > 0}>
      <ErrorSummary problems={problems} />
      <h1>{title}</h1>
      <p>
        提供した回答から、連携元と連携先の組合せを4つの方法で計算して比べます。参考のための試算で、病院の一覧や相談には影響しません。
      </p>
      <RoundChoice action="/s/planning/allocation" rounds={rounds} chosen={chosen?.id} problems={problems} />
      {chosen && !trying && (
        <p>この調査では配置を試算できません。受入可能人数を尋ねる調査の回答を提供すると試算できます。</p>
      )}
      {chosen && trying && trying.input.pairs === 0 && (
        <NotificationBanner tone="warning" title="この調査では、だれも配置できません">
          <p>{emptyWords(trying.input.silent.hosts, trying.opened.released.pool.hosts.organisation.length)}</p>
        </NotificationBanner>
      )}
      {chosen && trying && trying.input.pairs > 0 && <TryForm {...props} round={chosen} {...trying} />}
      {plans.length > 0 && (
        <section aria-labelledby="kept">
          <h2 id="kept">{`これまでの試算（${plans.length}件）`}</h2>
          <DataTable
            caption="これまでの試算"
            captionHidden
            columns={[{ label: '実行した日時' }, { label: '実行した人' }, { label: '入力の照合番号' }]}
            rows={plans.map((plan) => ({
              key: plan.id,
              cells: [
                <a key="link" href={`/s/planning/allocation/${plan.id}`}>
                  {longInstant(plan.at)}
                </a>,
                actorWords(plan.by),
                plan.inputHash.slice(0, 12),
              ],
            }))}
          />
        </section>
      )}
    </PlanningLayout>
  );
}

/** Why nothing can be placed, and what to do. */
const emptyWords = (silent: number, hosts: number): string =>
  silent === hosts
    ? `提供した時点で、受入可能人数を答えた連携先がありません（${hosts}病院）。連携先の回答を提供した調査を選択してください。`
    : '点数のある連携元と連携先の組合せがありません。ほかの調査を選択してください。';

const TryForm = ({
  viewer,
  round,
  opened,
  rule,
  input,
  typed,
  choices,
  problems,
  request,
}: AllocationPageProps & NonNullable<AllocationPageProps['trying']> & { readonly round: Round }): VNode => {
  const messages = messagesByField(problems);
  const { pool } = opened.released;
  const scoring = opened.ranking.rule;
  const fields = new Map(choiceFields(rule, scoring).map((one) => [one.field, one]));
  const number = (name: string, unit: string, help: string) => {
    const one = fields.get(name);
    return (
      <TextField
        id={name}
        label={one?.label ?? ''}
        value={typed.get(name)}
        inputMode="numeric"
        size={8}
        unit={unit}
        tidy
        problem={messages.get(name)}
        help={help}
      />
    );
  };
  return (
    <>
      <h2>計算に使う回答</h2>
      <ul>
        <li>{`連携元${pool.sources.organisation.length}病院（うち人数の回答がなく計算に入らない病院：${input.silent.sources}）`}</li>
        <li>{`連携先${pool.hosts.organisation.length}病院（うち人数の回答がなく計算に入らない病院：${input.silent.hosts}）`}</li>
        <li>{`点数のある組合せ ${input.pairs.toLocaleString('en')}件`}</li>
        {rule.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <form method="post" action="/s/planning/allocation" novalidate>
        <HiddenFields fields={{ csrf: viewer.csrf, round: round.id, request }} />
        <h2>条件</h2>
        {rule.quotas.map(({ prefecture, floorFrom, ownCapFrom }) => (
          <div key={prefecture} class="filter">
            {number(`floor.${prefecture}`, '人以上', citationWords(floorFrom))}
            {number(`own.${prefecture}`, '人以下', ownCapFrom)}
          </div>
        ))}
        {number('seats', '人', '受け入れる連携先すべての枠を、同じ人数だけ増減します。回答のままなら0。')}
        <h3>順位と同点</h3>
        <SelectField
          id="proposer"
          label="Aで申し込む側"
          value={choices.proposer}
          options={Object.entries(proposerWords).map(([value, label]) => ({ value, label }))}
          help="Bは連携元、CとDはどちらからも申し込まない計算です。"
        />
        <SelectField
          id="basis"
          label="病院の順位（AとB）"
          value={choices.ranksBy}
          options={Object.entries(basisWords).map(([value, label]) => ({ value, label }))}
          help="合計点では両側の順位がそろうため、申し込む側を替えても同点の組しか変わりません。"
        />
        <SelectField
          id="tie"
          label="同点の順（AとB）"
          value={choices.tieBy}
          options={Object.entries(tieWords).map(([value, label]) => ({ value, label }))}
        />
        {number('seed', '', '同じ点数の病院の順を決めるくじです。0は病院コードの順。')}
        <details open={Object.keys(choices.weights ?? {}).length > 0}>
          <summary>点数の重みを変える</summary>
          <p class="hint">公表の重みから始めます。変えても、病院の一覧の並びは変わりません。</p>
          <div class="thresholds">
            {scoring.criteria.map(({ id, weight, help }) => (
              <div key={id}>{number(`w.${id}`, '', `公表の重みは${weight}。${help}`)}</div>
            ))}
          </div>
        </details>
        <div class="buttons">
          <Button kind="primary">4つの方法で計算する</Button>
        </div>
        <p class="hint">計算には十数秒から2分ほどかかります。ページを閉じても続きます。</p>
      </form>
    </>
  );
};
