import type { ComponentChildren, VNode } from 'preact';

export interface SummaryRow {
  readonly key: string;
  readonly value: ComponentChildren;
  /** Where it can be changed; `label` names what is changed. */
  readonly change?: { readonly href: string; readonly label: string };
}

/** Names and their values, one a row; lines of a text are kept. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }): VNode => (
  <dl class="summary">
    {rows.map(({ key, value, change }) => (
      <div key={key} class="summary__row">
        <dt>{key}</dt>
        <dd>{value}</dd>
        {change && (
          <dd class="summary__act">
            <a href={change.href}>
              変更<span class="visually-hidden">{`：${change.label}`}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
