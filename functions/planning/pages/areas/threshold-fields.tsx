import type { VNode } from 'preact';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { citationWords } from '#functions/planning/components/citation-words.ts';
import { grouped } from '#lib/core/eligibility/place.ts';
import type { AreaRule, Field } from '#lib/core/eligibility/rule.ts';
import { thresholdsOf } from '#lib/core/eligibility/thresholds.ts';
import { opWords } from './change-words.ts';
import { fieldOf } from './typed-thresholds.ts';

/** What a test compares, and the unit of its number. */
const measures: Partial<Record<Field, { readonly what: string; readonly unit: string }>> = {
  'prefecture.rank': { what: '都道府県の医師偏在指標の順位', unit: '位' },
  'prefecture.index': { what: '都道府県の医師偏在指標', unit: '' },
  'area.index': { what: '二次医療圏の医師偏在指標', unit: '' },
  'area.population': { what: '二次医療圏の人口', unit: '人' },
};

/** One field for each number of the rule, with where it comes from. */
export const ThresholdFields = ({
  rule,
  typed,
  messages,
}: {
  readonly rule: AreaRule;
  readonly typed: ReadonlyMap<string, string>;
  readonly messages: ReadonlyMap<string, string>;
}): VNode => (
  <fieldset class="thresholds">
    <legend>基準</legend>
    {thresholdsOf(rule).map(({ test, label, field, op, value, roles, citation }) => {
      const measure = measures[field] ?? { what: label, unit: '' };
      return (
        <TextField
          key={test}
          id={fieldOf(test)}
          label={`${label}（${measure.what}）`}
          value={typed.get(fieldOf(test))}
          inputMode="decimal"
          size={10}
          unit={`${measure.unit}${opWords[op]}`}
          tidy
          problem={messages.get(fieldOf(test))}
          help={`公表の基準：${grouped(value)}${measure.unit}${opWords[op]}。${roles.join('・')}の条件（${citationWords(citation)}）`}
        />
      );
    })}
  </fieldset>
);
