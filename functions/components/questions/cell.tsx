import type { VNode } from 'preact';
import { Select } from '#functions/components/fields/select-field.tsx';
import { TextInput } from '#functions/components/fields/text-field.tsx';
import { otherId } from '#lib/core/survey/answer.ts';
import type { Column } from '#lib/core/survey/form.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';
import { stepsOf } from '#lib/core/survey/scale-steps.ts';
import { momentExample } from './moment-question.tsx';
import { numberControl } from './number-question.tsx';
import { typedIn } from './question-props.ts';
import { textControl } from './text-question.tsx';

export interface CellProps {
  readonly column: Column;
  /** `<table>.<row>.<column>` */
  readonly field: string;
  /** From 1, for those who hear the cell without its row. */
  readonly row: number;
  readonly posted: Posted;
  readonly problems: ReadonlyMap<string, string>;
}

/** One cell of a table: the control alone, named by its column and row. */
export function Cell({ column, field, row, posted, problems }: CellProps): VNode {
  const problem = problems.get(field);
  const base = { id: field, label: `${column.label}（${row}行目）`, value: typedIn(posted, field), problem };
  switch (column.kind) {
    case 'text':
      return <TextInput {...base} {...textControl(column)} />;
    case 'long-text':
      return <TextInput {...base} />;
    case 'integer':
    case 'decimal':
      return <TextInput {...base} {...numberControl(column)} />;
    case 'date':
      return <TextInput {...base} value={typedDate(posted, field)} size={16} tidy />;
    case 'time':
    case 'date-time':
      return <TextInput {...base} label={`${base.label} ${momentExample[column.kind]}`} size={16} tidy />;
    case 'range':
      return <Select {...base} options={stepsOf(column).map((step) => ({ value: step, label: step }))} none="選択" />;
    case 'choice': {
      const options = column.choices.map(({ code, label }) => ({ value: code, label }));
      const detail = otherId(field);
      return (
        <>
          <Select {...base} options={options} none="選択" />
          {column.otherCode !== undefined && (
            <span data-when={JSON.stringify({ question: field, is: column.otherCode })}>
              <TextInput
                id={detail}
                label={`その他の内容（${row}行目）`}
                value={typedIn(posted, detail)}
                problem={problems.get(detail)}
              />
            </span>
          )}
        </>
      );
    }
  }
}

const typedDate = (posted: Posted, field: string): string =>
  typedIn(posted, field) ||
  ['year', 'month', 'day']
    .map((part) => typedIn(posted, `${field}-${part}`))
    .filter(Boolean)
    .join('/');
