import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import type { Round } from '#lib/core/rounds/round.ts';

export interface RoundChoiceProps {
  /** The page that shows the chosen round. */
  readonly action: string;
  readonly rounds: readonly Round[];
  readonly chosen: string | undefined;
  readonly problems: readonly FieldProblem[];
}

/** Chooses one of the released rounds; says so where there is none. */
export const RoundChoice = ({ action, rounds, chosen, problems }: RoundChoiceProps): VNode =>
  rounds.length === 0 ? (
    <p>回答を提供した調査がまだありません。調査の回答を提供すると、ここで試算できます。</p>
  ) : (
    <form method="get" action={action} class="filter" novalidate>
      <SelectField
        id="round"
        label="提供した調査"
        value={chosen}
        options={rounds.map(({ id, title }) => ({ value: id, label: title }))}
        problem={problems.find(({ field }) => field === 'round')?.message}
      />
      <Button>この調査を見る</Button>
    </form>
  );
