import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { FieldGroup, RequiredMark } from '#functions/components/fields/field.tsx';
import type { Column, TableQuestion } from '#lib/core/survey/form.ts';
import { rowIndexes } from '#lib/core/survey/read-question.ts';
import { Cell } from './cell.tsx';
import { conditionOfCell, conditionWords, type OnPage } from './condition-words.ts';
import { frameOf, type QuestionProps } from './question-props.ts';

/** Rows that a table shows: those typed or stored, at least the fewest, and one to begin with. */
export function rowsShown(
  table: TableQuestion,
  { posted, rows = 0 }: Pick<QuestionProps, 'posted' | 'rows'>,
): readonly number[] {
  const typed = rowIndexes(table.id, posted);
  const fewest = Math.min(Math.max(table.minRows, rows, 1), table.maxRows);
  const next = (typed.at(-1) ?? -1) + 1;
  return [...typed, ...Array.from({ length: Math.max(fewest - typed.length, 0) }, (_, at) => next + at)];
}

/** Tables of more rows than this are laid out a row at a time, in columns of one width. */
const manyRows = 30;

/** A table of rows that can be added and taken away by named buttons, which work without script. */
export const TableQuestionField = (props: QuestionProps<TableQuestion>): VNode => {
  const { question, posted, problems, onPage } = props;
  const shown = rowsShown(question, props);
  return (
    <FieldGroup {...frameOf(props)}>
      <div class="table-box">
        <table
          class={shown.length > manyRows ? 'rows rows--many' : 'rows'}
          id={question.id}
          data-rows={question.id}
          data-most={question.maxRows}
        >
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">行</span>
              </th>
              {question.columns.map((column) => (
                <th key={column.id} scope="col">
                  {column.label}
                  {column.required && <RequiredMark required />}
                  {column.help && <span class="hint lines">{`\n${column.help}`}</span>}
                  {column.when && <span class="hint lines">{`\n${rowWords(question, column, onPage)}`}</span>}
                </th>
              ))}
              <th scope="col">
                <span class="visually-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((index, at) => (
              <tr key={index}>
                <th scope="row" class="rows__name">
                  {`${question.rowLabel} ${at + 1}`}
                </th>
                {question.columns.map((column) => {
                  const field = `${question.id}.${index}.${column.id}`;
                  const problem = problems.get(field);
                  return (
                    <td
                      key={column.id}
                      data-label={`${column.label}${column.required ? '※必須' : ''}${rowWords(question, column, onPage)}`}
                    >
                      <span data-when={column.when && onPage && cellWhen(onPage, question, index, column.when)}>
                        {problem !== undefined && (
                          <span class="field__problem" id={`${field}-problem`}>
                            {problem}
                          </span>
                        )}
                        <Cell column={column} field={field} row={at + 1} posted={posted} problems={problems} />
                      </span>
                    </td>
                  );
                })}
                <td>
                  <Button
                    kind="text"
                    name=":act"
                    value={`remove:${question.id}:${index}`}
                    label={`${at + 1}行目を削除`}
                  >
                    削除
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < question.maxRows && (
        <Button name=":act" value={`add:${question.id}`}>{`${question.rowLabel}を追加する`}</Button>
      )}
    </FieldGroup>
  );
};

const cellWhen = (...of: Parameters<typeof conditionOfCell>): string => JSON.stringify(conditionOfCell(...of));

/** When a column's cell is filled in, in words; '' where it always is. */
function rowWords({ columns }: TableQuestion, { when }: Column, onPage: OnPage | undefined): string {
  if (when === undefined) return '';
  const words = conditionWords([...columns, ...(onPage?.section.questions ?? [])], when);
  return words === undefined ? '（あてはまる行だけ入力してください）' : `（${words}に入力してください）`;
}
