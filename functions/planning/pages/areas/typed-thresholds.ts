import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { withThreshold } from '#lib/core/eligibility/compare-areas.ts';
import type { AreaRule } from '#lib/core/eligibility/rule.ts';
import { thresholdsOf } from '#lib/core/eligibility/thresholds.ts';

/** The thresholds that an address tries: what was typed, what is wrong with it, and the rule with all that is right. */
export interface TypedThresholds {
  /** By the field's name; the published number where nothing was typed. */
  readonly typed: ReadonlyMap<string, string>;
  readonly problems: readonly FieldProblem[];
  readonly rule: AreaRule;
}

/** Most characters of a number; the longest published has six digits. */
const longest = 12;

/** Name of a threshold's field. */
export const fieldOf = (test: string): string => `t.${test}`;

/** Reads the thresholds out of an address; full-width digits and thousands separators are read too. */
export function readThresholds(query: URLSearchParams, published: AreaRule): TypedThresholds {
  const typed = new Map<string, string>();
  const problems: FieldProblem[] = [];
  let rule = published;
  for (const { test, label, value } of thresholdsOf(published)) {
    const field = fieldOf(test);
    const text = (query.get(field) ?? '').slice(0, 100).trim();
    typed.set(field, text === '' ? value : text);
    if (text === '') continue;
    const number = text.normalize('NFKC').replaceAll(',', '');
    const changed = number.length > longest || number.startsWith('-') ? undefined : withThreshold(rule, test, number);
    if (changed?.ok) rule = changed.value;
    else problems.push({ field, message: `「${label}」の基準は、0以上の数字で入力してください（例：${value}）` });
  }
  return { typed, problems, rule };
}
