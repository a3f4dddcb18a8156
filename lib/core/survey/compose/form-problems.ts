import { checkForm, type FormFault } from '../check-form.ts';
import type { Column, Condition, Form, Question } from '../form.ts';
import { FORM_LIMIT } from '../form-schema.ts';
import { questionSchema } from '../question-schema.ts';
import { conditionReferences, decidedBy, type Ring } from '../rings.ts';
import { MAX_QUESTIONS } from '../xlsform/import.ts';
import { ringText } from './ring-text.ts';
import { questionAt, questionsOf, sectionAt, type Target } from './target.ts';

/** What must be put right before a form can be published, and where. */
export interface FormProblem {
  /** Undefined where it is the form as a whole. */
  readonly target?: Target;
  /** Whether the part's condition is meant, rather than the part itself. */
  readonly condition?: true;
  readonly message: string;
}

/** Everything that stands in the way of publishing a form, in the form's order; empty means that it can be published. */
export function formProblems(form: Form): readonly FormProblem[] {
  const places = placesOf(form);
  const found = checkForm(form);
  const ringed = new Set(found.flatMap((fault) => (fault.kind === 'cycle' ? fault.ring.map(keyOf) : [])));
  const faults = found.map((fault) =>
    fault.kind === 'cycle' ? ringProblem(form, fault.ring) : told(fault, places.get(fault.id)),
  );
  const own = [...wholeProblems(form), ...form.sections.flatMap((section) => sectionProblems(section))];
  const questions = questionsOf(form).flatMap((question) => questionProblems(question));
  return [...own, ...faults, ...questions, ...conditionProblems(form, ringed)];
}

function placesOf(form: Form): ReadonlyMap<string, Target> {
  const questions = questionsOf(form);
  const columns = questions.flatMap((question) =>
    question.kind === 'table'
      ? question.columns.map(({ id }) => [id, { kind: 'column', table: question.id, id }] as const)
      : [],
  );
  return new Map<string, Target>([
    ...columns,
    ...form.sections.map(({ id }) => [id, { kind: 'section', id }] as const),
    ...questions.map(({ id }) => [id, { kind: 'question', id }] as const),
  ]);
}

function told({ kind, about }: Exclude<FormFault, { kind: 'cycle' }>, place: Target | undefined): FormProblem {
  const target = place === undefined ? {} : { target: place };
  switch (kind) {
    case 'duplicate-id':
      return { ...target, message: `項目ID「${about.join('、')}」が重なっています。片方を削除してください。` };
    case 'unknown-reference':
      return { ...target, condition: true, message: '条件や式が指す質問がありません。条件を選び直してください。' };
    case 'no-choices':
      return { ...target, message: '選択肢を入力してください。' };
    case 'duplicate-code':
      return { ...target, message: '同じ選択肢が2回あります。片方を消してください。' };
    case 'unknown-code':
      return { ...target, message: '「その他」などに決めた選択肢が、選択肢の中にありません。' };
  }
}

/** A ring is told at the first of its parts that says itself what it is decided by. */
function ringProblem(form: Form, ring: Ring): FormProblem {
  const said = ring.map((target) => ({ target, when: whenAt(form, target) }));
  const { target, when } = said.find((each) => each.when !== undefined) ?? said[0] ?? {};
  return {
    ...(target === undefined ? {} : { target }),
    ...(when === undefined ? {} : { condition: true }),
    message: `条件や計算が輪になっています（${ringText(form, ring)}）。どれかの条件か式を直してください。`,
  };
}

const whenAt = (form: Form, target: Target): Condition | undefined =>
  (target.kind === 'section' ? sectionAt(form, target.id) : questionAt(form, target))?.when;

function wholeProblems(form: Form): readonly FormProblem[] {
  const count = questionsOf(form).length;
  return [
    ...(form.title.trim() === '' ? [{ message: '調査票の名前を入力してください。' }] : []),
    ...(form.sections.length === 0 ? [{ message: 'セクションを追加してください。' }] : []),
    ...(count > MAX_QUESTIONS ? [{ message: `質問は${MAX_QUESTIONS}問までにしてください。` }] : []),
    ...(new TextEncoder().encode(JSON.stringify(form)).length > FORM_LIMIT
      ? [{ message: '調査票が大きすぎます。質問や説明を減らすか、調査票を分けてください。' }]
      : []),
  ];
}

function sectionProblems({ id, title, questions }: Form['sections'][number]): readonly FormProblem[] {
  const target: Target = { kind: 'section', id };
  return [
    ...(title.trim() === '' ? [{ target, message: 'セクションの名前を入力してください。' }] : []),
    ...(questions.length === 0 ? [{ target, message: '質問を追加するか、このセクションを削除してください。' }] : []),
  ];
}

/** Ids become field names and column heads: letters, digits, hyphens and underscores alone. */
const isId = (id: string): boolean => /^[A-Za-z0-9_-]{1,100}$/.test(id);

function questionProblems(question: Question): readonly FormProblem[] {
  const target: Target = { kind: 'question', id: question.id };
  const columns = question.kind === 'table' ? question.columns : [];
  return [
    ...partProblems(question, target),
    ...(question.kind === 'table' && columns.length === 0 ? [{ target, message: '表の列を追加してください。' }] : []),
    ...columns.flatMap((column) => [
      ...partProblems(column, { kind: 'column', table: question.id, id: column.id }),
      ...(column.kind === 'choice' && column.choices.length === 0
        ? [
            {
              target: { kind: 'column', table: question.id, id: column.id } as const,
              message: '選択肢を入力してください。',
            },
          ]
        : []),
    ]),
  ];
}

function partProblems(question: Question | Column, target: Target): readonly FormProblem[] {
  const { id, label, initial } = question;
  const fits =
    initial === undefined || question.kind === 'calculate' || questionSchema(question).safeParse(initial).success;
  return [
    ...(isId(id) ? [] : [{ target, message: `項目ID「${id}」には、半角の英数字とハイフンだけを使ってください。` }]),
    ...(label.trim() === '' ? [{ target, message: '質問文を入力してください。' }] : []),
    ...(fits ? [] : [{ target, message: 'はじめから入れておく回答が、この質問に合いません。' }]),
  ];
}

const keyOf = (target: Target): string => JSON.stringify(target);

/** Conditions look back, at questions that stand before, and at choices that are offered; of parts of a ring that is said already. */
function conditionProblems(form: Form, ringed: ReadonlySet<string>): readonly FormProblem[] {
  const questions = questionsOf(form);
  const order = new Map(questions.map(({ id }, at) => [id, at]));
  const tables = new Map(
    questions.flatMap((question) =>
      question.kind === 'table' ? question.columns.map(({ id }) => [id, question.id] as const) : [],
    ),
  );
  const place = (id: string): number => order.get(id) ?? order.get(tables.get(id) ?? '') ?? -1;
  const later = (ids: readonly string[], before: number, target: Target): readonly FormProblem[] => {
    const ahead = ids.find((id) => place(id) >= before);
    const label = questions[place(ahead ?? '')]?.label;
    return ahead === undefined || ringed.has(keyOf(target))
      ? []
      : [
          {
            target,
            condition: true,
            message: `条件や式が、後ろの質問「${label ?? ahead}」を指しています。前にある質問を選ぶか、順序を入れ替えてください。`,
          },
        ];
  };
  let at = 0;
  return form.sections.flatMap((section): readonly FormProblem[] => {
    const target: Target = { kind: 'section', id: section.id };
    const own = [
      ...later(conditionReferences(section.when), at, target),
      ...lostCodes(section.when, questions, target),
    ];
    const inside = section.questions.flatMap((question): readonly FormProblem[] => {
      const here: Target = { kind: 'question', id: question.id };
      const before = at++;
      return [
        ...later(decidedBy(question), before, here),
        ...lostCodes(question.when, questions, here),
        ...(question.kind === 'table'
          ? question.columns.flatMap((column) => {
              const own = question.columns.map(({ id }) => id);
              const others = decidedBy(column).filter((id) => !own.includes(id));
              const cell: Target = { kind: 'column', table: question.id, id: column.id };
              return [
                ...later(others, before, cell),
                ...lostCodes(column.when, [...question.columns, ...questions], cell),
              ];
            })
          : []),
      ];
    });
    return [...own, ...inside];
  });
}

function lostCodes(
  condition: Condition | undefined,
  questions: readonly (Question | Column)[],
  target: Target,
): readonly FormProblem[] {
  return codesIn(condition).flatMap(({ question, codes }): readonly FormProblem[] => {
    const asked = questions.find(({ id }) => id === question);
    if (asked === undefined || !('choices' in asked)) return [];
    const known = new Set(asked.choices.map(({ code }) => code));
    return codes.every((code) => known.has(code))
      ? []
      : [
          {
            target,
            condition: true,
            message: `条件が選ぶ選択肢が、「${asked.label}」にもうありません。条件を選び直してください。`,
          },
        ];
  });
}

function codesIn(
  condition: Condition | undefined,
): readonly { readonly question: string; readonly codes: readonly string[] }[] {
  if (condition === undefined || 'expression' in condition) return [];
  if ('all' in condition) return condition.all.flatMap(codesIn);
  if ('any' in condition) return condition.any.flatMap(codesIn);
  if ('not' in condition) return codesIn(condition.not);
  if ('is' in condition) return [{ question: condition.question, codes: [condition.is].flat() }];
  return 'includes' in condition ? [{ question: condition.question, codes: [condition.includes] }] : [];
}
