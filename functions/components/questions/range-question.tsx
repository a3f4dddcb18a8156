import type { VNode } from 'preact';
import { SelectField } from '#functions/components/fields/select-field.tsx';
import { digitsOf, scaled } from '#lib/core/survey/clean/decimal.ts';
import type { RangeQuestion } from '#lib/core/survey/form.ts';
import { frameOf, type QuestionProps, typedIn } from './question-props.ts';

/** Most steps that are offered; a scale beyond it is typed nowhere in practice. */
const most = 1000;

/** Every step of a scale as canonical decimals, exactly. */
export function stepsOf({ start, end, step }: RangeQuestion): readonly string[] {
  const digits = Math.max(digitsOf(start), digitsOf(end), digitsOf(step));
  const [from, to, by] = [scaled(start, digits), scaled(end, digits), scaled(step, digits)];
  if (by === 0n) return [start];
  const count = Number((to - from) / by) + 1;
  return Array.from({ length: Math.min(Math.max(count, 0), most) }, (_, at) => decimal(from + by * BigInt(at), digits));
}

function decimal(whole: bigint, digits: number): string {
  if (digits === 0) return String(whole);
  const text = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  const size = fraction === '' ? text.slice(0, -digits) : `${text.slice(0, -digits)}.${fraction}`;
  return whole < 0n ? `-${size}` : size;
}

/** A number on a scale, chosen from its steps. */
export const RangeQuestionField = (props: QuestionProps<RangeQuestion>): VNode => (
  <SelectField
    {...frameOf(props)}
    value={typedIn(props.posted, props.question.id)}
    options={stepsOf(props.question).map((step) => ({ value: step, label: step }))}
    none="選択してください"
  />
);
