import { parseExpression } from '../expression/parse.ts';
import { printExpression } from '../expression/print.ts';
import type { Choice, Question, Value, Values } from '../form.ts';
import { choicesOf, linesOf } from './choice-lines.ts';
import { FIELD } from './question-editor.ts';

/** A question as the answers of its editor. */
export function valuesOfQuestion(question: Question): Values {
  const { help, required, constraint } = question;
  return {
    ...given(FIELD.label, question.label),
    ...given(FIELD.help, help),
    [FIELD.required]: required === true ? 'yes' : 'no',
    ...(constraint === undefined
      ? {}
      : { [FIELD.rule]: printExpression(constraint.rule), [FIELD.message]: constraint.message }),
    ...ownValues(question),
  };
}

const given = (field: string, value: Value | undefined): Values =>
  value === undefined || value === '' ? {} : { [field]: value };

function ownValues(question: Question): Values {
  switch (question.kind) {
    case 'text':
      return { [FIELD.purpose]: question.purpose ?? 'free', [FIELD.maxLength]: question.maxLength };
    case 'long-text':
      return { [FIELD.maxLength]: question.maxLength };
    case 'integer':
      return {
        ...given(FIELD.unit, question.unit),
        [FIELD.min]: question.min,
        [FIELD.max]: question.max,
        ...given(FIELD.unlikelyAbove, question.unlikelyAbove),
      };
    case 'decimal':
      return {
        ...given(FIELD.unit, question.unit),
        [FIELD.digits]: question.digits,
        [FIELD.min]: question.min,
        [FIELD.max]: question.max,
      };
    case 'date':
      return { ...given(FIELD.min, question.min), ...given(FIELD.max, question.max) };
    case 'range':
      return { [FIELD.start]: question.start, [FIELD.end]: question.end, [FIELD.step]: question.step };
    case 'choice':
    case 'choices':
      return {
        ...given(FIELD.choices, linesOf(question.choices)),
        ...given(FIELD.other, labelOf(question.choices, question.otherCode)),
        ...(question.kind === 'choices' ? given(FIELD.none, labelOf(question.choices, question.noneCode)) : {}),
      };
    case 'rank':
      return given(FIELD.choices, linesOf(question.choices));
    case 'file':
      return { [FIELD.accept]: question.accept, [FIELD.maxFiles]: question.maxFiles };
    case 'note':
      return { [FIELD.heading]: question.heading === true ? 'yes' : 'no' };
    case 'calculate':
      return given(FIELD.expression, printExpression(question.expression).replace(/^''$/, ''));
    case 'table':
      return {
        [FIELD.rowLabel]: question.rowLabel,
        [FIELD.minRows]: question.minRows,
        [FIELD.maxRows]: question.maxRows,
      };
    case 'time':
    case 'date-time':
      return {};
  }
}

const labelOf = (choices: readonly Choice[], code: string | undefined): string | undefined =>
  choices.find((choice) => choice.code === code)?.label;

/** What one field of the editor still wants. */
export interface EditorProblem {
  readonly field: string;
  readonly message: string;
}

/** A question out of its editor's clean answers; what the editor does not show is kept from the question as it was. */
export function questionOfValues(
  before: Question,
  values: Values,
): { readonly question: Question; readonly problems: readonly EditorProblem[] } {
  const problems: EditorProblem[] = [];
  const say = (field: string, message: string): void => {
    problems.push({ field, message });
  };
  const text = (field: string): string => String(values[field] ?? '');
  const number = (field: string, otherwise: number): number => Number(values[field] ?? otherwise);
  const expression = (field: string) => {
    if (text(field) === '') return undefined;
    const parsed = parseExpression(text(field));
    if (!parsed.ok) say(field, `式を読み取れません。${parsed.error.message}`);
    return parsed.ok ? parsed.value : undefined;
  };
  const coded = (field: string, choices: readonly Choice[]): string | undefined => {
    if (text(field) === '') return undefined;
    const found = choices.find(({ label }) => label === text(field).trim());
    if (!found) say(field, `選択肢の中に「${text(field)}」がありません。選択肢と同じ言葉を入力してください。`);
    return found?.code;
  };
  const ordered = (low: string, high: string, isOrdered: boolean, message: string): void => {
    if (values[low] !== undefined && values[high] !== undefined && !isOrdered) say(high, message);
  };

  const rule = expression(FIELD.rule);
  const message = text(FIELD.message);
  if (rule && message === '') say(FIELD.message, '満たさないときの言葉を入力してください。');
  if (!rule && message !== '' && text(FIELD.rule) === '') say(FIELD.rule, '条件の式を入力してください。');
  const { help: _, required: __, constraint: ___, ...rest } = before;
  const base = {
    ...rest,
    label: text(FIELD.label),
    ...(values[FIELD.help] === undefined ? {} : { help: text(FIELD.help) }),
    ...(values[FIELD.required] === 'yes' ? { required: true } : {}),
    ...(rule === undefined ? {} : { constraint: { rule, message } }),
  };
  return { question: whole(), problems };

  function whole(): Question {
    switch (base.kind) {
      case 'text': {
        const { purpose: _purpose, ...own } = base;
        const purpose = purposes.find((each) => each === text(FIELD.purpose));
        return {
          ...own,
          maxLength: number(FIELD.maxLength, own.maxLength),
          ...(purpose === undefined ? {} : { purpose }),
        };
      }
      case 'long-text':
        return { ...base, maxLength: number(FIELD.maxLength, base.maxLength) };
      case 'integer': {
        const { unlikelyAbove: _unlikely, ...own } = base;
        const [min, max] = [number(FIELD.min, own.min), number(FIELD.max, own.max)];
        ordered(FIELD.min, FIELD.max, min <= max, '最大には、最小以上の数を入力してください。');
        const above = values[FIELD.unlikelyAbove];
        return {
          ...own,
          unit: text(FIELD.unit),
          min,
          max,
          ...(typeof above === 'number' ? { unlikelyAbove: above } : {}),
        };
      }
      case 'decimal': {
        const [min, max] = [text(FIELD.min) || base.min, text(FIELD.max) || base.max];
        ordered(FIELD.min, FIELD.max, Number(min) <= Number(max), '最大には、最小以上の数を入力してください。');
        return { ...base, unit: text(FIELD.unit), digits: number(FIELD.digits, base.digits), min, max };
      }
      case 'date': {
        const { min: _min, max: _max, ...own } = base;
        const [min, max] = [text(FIELD.min), text(FIELD.max)];
        ordered(
          FIELD.min,
          FIELD.max,
          min <= max,
          '「この日まで」には、「この日以降」と同じか後の日を入力してください。',
        );
        return { ...own, ...(min === '' ? {} : { min }), ...(max === '' ? {} : { max }) };
      }
      case 'range': {
        const [start, end] = [text(FIELD.start) || base.start, text(FIELD.end) || base.end];
        const step = text(FIELD.step) || base.step;
        ordered(
          FIELD.start,
          FIELD.end,
          Number(start) < Number(end),
          '終わりには、始まりより大きい数を入力してください。',
        );
        const steps = (Number(end) - Number(start)) / Number(step);
        if (!(Number(step) > 0) || steps > 1000)
          say(FIELD.step, 'きざみには、目盛りが1,000以下になる、0より大きい数を入力してください。');
        return { ...base, start, end, step };
      }
      case 'choice':
      case 'choices': {
        const choices = choicesOf(text(FIELD.choices), base.choices);
        repeated(choices);
        const otherCode = coded(FIELD.other, choices);
        const noneCode = base.kind === 'choices' ? coded(FIELD.none, choices) : undefined;
        const other = otherCode === undefined ? {} : { otherCode };
        if (base.kind === 'choice') {
          const { otherCode: _other, ...own } = base;
          return { ...own, choices, ...other };
        }
        const { otherCode: _other, noneCode: _none, ...own } = base;
        return { ...own, choices, ...other, ...(noneCode === undefined ? {} : { noneCode }) };
      }
      case 'rank': {
        const choices = choicesOf(text(FIELD.choices), base.choices);
        repeated(choices);
        return { ...base, choices };
      }
      case 'file':
        return {
          ...base,
          accept: text(FIELD.accept) === 'image' ? 'image' : 'document',
          maxFiles: number(FIELD.maxFiles, base.maxFiles),
        };
      case 'note': {
        const { heading: _heading, ...own } = base;
        return values[FIELD.heading] === 'yes' ? { ...own, heading: true } : own;
      }
      case 'calculate':
        return { ...base, expression: expression(FIELD.expression) ?? base.expression };
      case 'table': {
        const [minRows, maxRows] = [number(FIELD.minRows, base.minRows), number(FIELD.maxRows, base.maxRows)];
        ordered(FIELD.minRows, FIELD.maxRows, minRows <= maxRows, '行数の上限には、下限以上の数を入力してください。');
        return { ...base, rowLabel: text(FIELD.rowLabel), minRows, maxRows };
      }
      case 'time':
      case 'date-time':
        return base;
    }
  }

  function repeated(choices: readonly Choice[]): void {
    const labels = choices.map(({ label }) => label);
    const twice = labels.find((label, at) => labels.indexOf(label) !== at);
    if (twice !== undefined) say(FIELD.choices, `「${twice}」が2回あります。片方を消してください。`);
  }
}

const purposes = ['name', 'address', 'telephone', 'email', 'postal-code'] as const;
