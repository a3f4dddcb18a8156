import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { answerFilters } from './answer-filter.ts';
import type { AnswersView } from './load-answers.ts';

/** Narrows the table; the address keeps the choice. */
export const AnswersFilter = ({ action, view }: { action: string; view: AnswersView }): VNode => (
  <form method="get" action={action} class="filter">
    {view.confined === undefined && (
      <SelectField
        id="prefecture"
        label="都道府県"
        value={view.prefecture}
        none="全国"
        options={PREFECTURES.map(({ code, name }) => ({ value: code, label: name }))}
      />
    )}
    <SelectField id="state" label="状態" value={view.state} options={answerFilters} />
    <Button>絞り込む</Button>
  </form>
);
