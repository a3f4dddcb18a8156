import { printExpression } from '../expression/print.ts';
import type { Choice, Condition, Form, Question, Translations, Value } from '../form.ts';
import type { Cell, Sheet, Workbook } from '../workbook.ts';
import { expressionOf, type Kinds } from './condition-expression.ts';
import { generatedConstraint } from './generated-constraint.ts';
import { OWN } from './own-columns.ts';

/** A form as an XLSForm, with what that format cannot say. */
export interface XlsFormExport {
  readonly workbook: Workbook;
  readonly notices: readonly string[];
}

type Line = Readonly<Record<string, Cell>>;

/** Writes a form as an XLSForm that other tools read and that imports back to the same form, but for citations and what to prepare. */
export function exportXlsForm(form: Form): XlsFormExport {
  const all = form.sections.flatMap(({ questions }) => questions);
  const columns = all.flatMap((question) => (question.kind === 'table' ? question.columns : []));
  const kinds: Kinds = new Map([...columns, ...all].map(({ id, kind }) => [id, kind]));
  const lists = new ListNames();
  const survey = form.sections.flatMap((section): readonly Line[] => [
    {
      type: 'begin_group',
      name: section.id,
      ...labels(section.title, section.translations, form.language),
      ...relevant(section.when, kinds),
      [OWN.minutes]: section.minutes,
      ...(section.lead === undefined ? {} : { [OWN.lead]: section.lead }),
    },
    ...section.questions.flatMap((question) => linesOf(question, kinds, lists, form.language)),
    { type: 'end_group' },
  ]);
  const choices = lists.all().flatMap(([list, items]) =>
    items.map(
      (choice): Line => ({
        list_name: list,
        name: choice.code,
        ...labels(choice.label, choice.translations, form.language),
        ...choice.attributes,
      }),
    ),
  );
  const settings: Line = {
    form_title: form.title,
    form_id: form.id,
    version: form.version,
    ...(form.language === undefined ? {} : { default_language: form.language }),
  };
  const cited =
    form.source !== undefined ||
    form.sections.some(({ source }) => source !== undefined) ||
    all.some(({ source }) => source !== undefined);
  const hints = all.some(
    (question) => 'choices' in question && question.choices.some(({ hint }) => hint !== undefined),
  );
  return {
    workbook: {
      sheets: [
        sheetOf('survey', ['type', 'name', 'label'], survey),
        sheetOf('choices', ['list_name', 'name', 'label'], choices),
        sheetOf('settings', [], [settings]),
      ],
    },
    notices: [
      ...(cited ? ['出典は XLSForm に書き出せません。'] : []),
      ...(form.prepare.length > 0 ? ['手元に用意するものは XLSForm に書き出せません。'] : []),
      ...(hints ? ['選択肢の補足は XLSForm に書き出せません。'] : []),
    ],
  };
}

/** Lists of choices by name; lists that are the same share one. */
class ListNames {
  readonly #lists = new Map<string, readonly [string, readonly Choice[]]>();

  nameOf(question: string, choices: readonly Choice[]): string {
    const content = JSON.stringify(choices);
    const known = this.#lists.get(content);
    if (known !== undefined) return known[0];
    const taken = new Set([...this.#lists.values()].map(([name]) => name));
    const name = taken.has(question) ? `${question}_${taken.size}` : question;
    this.#lists.set(content, [name, choices]);
    return name;
  }

  all(): readonly (readonly [string, readonly Choice[]])[] {
    return [...this.#lists.values()];
  }
}

function linesOf(question: Question, kinds: Kinds, lists: ListNames, language: string | undefined): readonly Line[] {
  const line: Line = {
    type: typeOf(question, lists),
    name: question.id,
    ...labels(question.label, question.translations, language),
    ...(question.help === undefined ? {} : { [named('hint', language)]: question.help }),
    ...(question.required === true ? { required: 'yes' } : {}),
    ...(question.readOnly === true ? { readonly: 'yes' } : {}),
    ...relevant(question.when, kinds),
    ...constraintOf(question, language),
    ...(question.initial === undefined ? {} : { default: defaultOf(question.initial) }),
    ...(question.visibility === undefined ? {} : { [OWN.visibility]: question.visibility }),
    ...ownOf(question),
  };
  if (question.kind !== 'table') return [line];
  return [
    line,
    ...question.columns.flatMap((column) => linesOf(column, kinds, lists, language)),
    { type: 'end_repeat' },
  ];
}

function typeOf(question: Question, lists: ListNames): string {
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return 'text';
    case 'choice':
      return `select_one ${lists.nameOf(question.id, question.choices)}${question.otherCode === 'other' ? ' or_other' : ''}`;
    case 'choices':
      return `select_multiple ${lists.nameOf(question.id, question.choices)}${question.otherCode === 'other' ? ' or_other' : ''}`;
    case 'rank':
      return `rank ${lists.nameOf(question.id, question.choices)}`;
    case 'file':
      return question.accept === 'image' ? 'image' : 'file';
    case 'date-time':
      return 'dateTime';
    case 'table':
      return 'begin_repeat';
    case 'integer':
    case 'decimal':
    case 'date':
    case 'time':
    case 'range':
    case 'note':
    case 'calculate':
      return question.kind;
  }
}

function ownOf(question: Question): Line {
  switch (question.kind) {
    case 'text':
      return { [OWN.maxLength]: question.maxLength, ...given(OWN.purpose, question.purpose) };
    case 'long-text':
      return { appearance: 'multiline', [OWN.maxLength]: question.maxLength };
    case 'integer':
      return {
        ...given(OWN.unit, question.unit),
        [OWN.min]: question.min,
        [OWN.max]: question.max,
        ...given(OWN.unlikelyAbove, question.unlikelyAbove),
      };
    case 'decimal':
      return {
        ...given(OWN.unit, question.unit),
        [OWN.min]: question.min,
        [OWN.max]: question.max,
        [OWN.digits]: question.digits,
      };
    case 'range':
      return { parameters: `start=${question.start} end=${question.end} step=${question.step}` };
    case 'date':
      return { ...given(OWN.min, question.min), ...given(OWN.max, question.max) };
    case 'choice':
    case 'choices':
      return {
        ...given(OWN.otherCode, question.otherCode === 'other' ? undefined : question.otherCode),
        ...(question.kind === 'choices' ? given(OWN.noneCode, question.noneCode) : {}),
        ...(question.choiceFilter === undefined ? {} : { choice_filter: printExpression(question.choiceFilter) }),
      };
    case 'file':
      return { [OWN.maxFiles]: question.maxFiles, ...given(OWN.maxMegabytes, question.maxMegabytes) };
    case 'note':
      return question.heading === true ? { [OWN.heading]: 'yes' } : {};
    case 'calculate':
      return { calculation: printExpression(question.expression) };
    case 'table':
      return { [OWN.minRows]: question.minRows, [OWN.maxRows]: question.maxRows, [OWN.rowLabel]: question.rowLabel };
    case 'time':
    case 'date-time':
    case 'rank':
      return {};
  }
}

const given = (column: string, value: string | number | undefined): Line =>
  value === undefined || value === '' ? {} : { [column]: value };

const named = (column: string, language: string | undefined): string =>
  language === undefined ? column : `${column}::${language}`;

function labels(label: string, translations: Translations | undefined, language: string | undefined): Line {
  const others = Object.entries(translations ?? {}).flatMap(
    ([other, { label: text, help, message }]): readonly (readonly [string, Cell])[] => [
      ...(text === undefined ? [] : [[`label::${other}`, text] as const]),
      ...(help === undefined ? [] : [[`hint::${other}`, help] as const]),
      ...(message === undefined ? [] : [[`constraint_message::${other}`, message] as const]),
    ],
  );
  return { [named('label', language)]: label, ...Object.fromEntries(others) };
}

const relevant = (when: Condition | undefined, kinds: Kinds): Line =>
  when === undefined ? {} : { relevant: printExpression(expressionOf(when, kinds)) };

function constraintOf(question: Question, language: string | undefined): Line {
  if (question.constraint !== undefined)
    return {
      constraint: printExpression(question.constraint.rule),
      [named('constraint_message', language)]: question.constraint.message,
    };
  const generated = generatedConstraint(question);
  return generated === undefined ? {} : { constraint: generated };
}

const defaultOf = (value: Value): string => (typeof value === 'object' ? value.map(String).join(' ') : String(value));

function sheetOf(name: string, first: readonly string[], lines: readonly Line[]): Sheet {
  const columns = [
    ...new Set([
      ...first.filter((column) => lines.some((line) => column in line)),
      ...lines.flatMap((line) => Object.keys(line)),
    ]),
  ];
  return { name, rows: [columns, ...lines.map((line) => columns.map((column) => line[column] ?? null))] };
}
