import type { VNode } from 'preact';

/** What is to be corrected in one field; the element of that id gets the link. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  readonly title?: string;
}

/** What is to be corrected, on top of the page and with the focus, each line a link to its field; nothing when there is nothing. */
export function ErrorSummary({ problems, title = '入力内容を確認してください' }: ErrorSummaryProps): VNode | null {
  if (problems.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{`${title}（${problems.length}件）`}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Messages by field, for the fields themselves; the first of a field stands. */
export const messagesByField = (problems: readonly FieldProblem[]): ReadonlyMap<string, string> =>
  new Map([...problems].reverse().map(({ field, message }) => [field, message]));
