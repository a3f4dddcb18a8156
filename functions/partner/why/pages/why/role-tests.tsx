import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { StatusLabel } from '#functions/components/status-label.tsx';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Citation } from '#lib/core/citation.ts';
import type { Outcome, RoleVerdict } from '#lib/core/eligibility/judge-role.ts';
import type { TestRecord } from '#lib/core/eligibility/run-test.ts';

const outcomes = { pass: '満たす', fail: '満たさない', unknown: '不明' } as const;
const verdicts: Readonly<Record<Outcome, string>> = { met: '該当', unmet: '非該当', unresolved: '要確認' };

/** A paragraph with its day, as pages cite it. */
export const citationText = ({ document, section, date }: Citation): string =>
  `${[document, section].filter(Boolean).join(' ')}（${longDay(date)}）`;

const isNumber = (text: string): boolean => /^[\d,]+(\.\d+)?$/.test(text);
const bounds: Readonly<Partial<Record<TestRecord['op'], string>>> = {
  'at-least': '以上',
  'at-most': '以下',
  above: '超',
  below: '未満',
};

/** The bound of a test that compares numbers; codes are told in its sentence alone. */
function threshold({ op, threshold: bound }: TestRecord): string {
  const word = bounds[op];
  return word !== undefined && isNumber(bound) ? `${bound}${word}` : '―';
}

function value({ value: printed, exact }: TestRecord): string {
  if (printed === undefined) return '不明';
  if (!isNumber(printed)) return '―';
  return exact === undefined ? printed : `${printed}（計算値 ${exact}）`;
}

/** One way of being a 連携元 or 連携先 with every test it makes. */
export const RoleTests = ({ role }: { readonly role: RoleVerdict }): VNode => (
  <section>
    <h2>
      {role.label}
      {'　'}
      <StatusLabel tone={role.outcome === 'met' ? 'success' : role.outcome === 'unmet' ? 'plain' : 'warning'}>
        {verdicts[role.outcome]}
      </StatusLabel>
    </h2>
    <p>
      {role.sentence}
      <span class="hint">{`根拠：${citationText(role.citation)}`}</span>
    </p>
    <DataTable
      stacked
      caption={`${role.label}の条件 ${role.tests.length}件`}
      columns={[
        { label: '条件' },
        { label: '貴院の値', numeric: true },
        { label: '基準', numeric: true },
        { label: '判定' },
        { label: '説明' },
        { label: '根拠' },
      ]}
      rows={role.tests.map((test) => ({
        key: test.test,
        cells: [
          test.label,
          value(test),
          threshold(test),
          outcomes[test.outcome],
          test.sentence,
          <span key="citation" class="hint">
            {citationText(test.citation)}
          </span>,
        ],
      }))}
    />
  </section>
);
