import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkForm } from '#lib/core/survey/check-form.ts';
import { type Command, type Composition, editForm } from '#lib/core/survey/compose/edit-form.ts';
import { formProblems } from '#lib/core/survey/compose/form-problems.ts';
import { emptyQuestion, questionKinds } from '#lib/core/survey/compose/question-kinds.ts';
import { questionOfValues, valuesOfQuestion } from '#lib/core/survey/compose/question-values.ts';
import { conditionOf } from '#lib/core/survey/compose/simple-condition.ts';
import { questionsOf } from '#lib/core/survey/compose/target.ts';
import type { Form, Question } from '#lib/core/survey/form.ts';
import { formSchema } from '#lib/core/survey/form-schema.ts';
import { reach } from '#lib/core/survey/reach.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import { anyForm, anyPosted } from '../arbitrary-form.ts';
import { targets } from '../targets.ts';

/** One press in the studio, by numbers that name a part of whatever form there is. */
type Press = readonly [verb: number, part: number, other: number];
const presses = fc.array(fc.tuple(fc.nat(8), fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 25 });

const empty: Form = { id: 'f', version: 1, title: '調査', prepare: [], sections: [] };

const typed = (kind: Question['kind'], label: number): Question => {
  const values = { ...valuesOfQuestion(emptyQuestion(kind)), label: `質問${label}`, choices: 'あ\nい｜補足\nその他' };
  return questionOfValues(emptyQuestion(kind), label % 3 === 0 ? { ...values, other: 'その他' } : values).question;
};

function commandOf(form: Form, [verb, part, other]: Press): Command | undefined {
  const all = targets(form);
  const target = all[part % Math.max(all.length, 1)];
  const section = form.sections[part % Math.max(form.sections.length, 1)]?.id;
  const kind = questionKinds[other % questionKinds.length] ?? 'text';
  if (verb === 0 || target === undefined || section === undefined)
    return { kind: 'add-section', words: { title: `節${part}`, minutes: 1 + (other % 9) } };
  switch (verb) {
    case 1:
    case 2:
      return { kind: 'add-question', section, question: typed(kind, other) };
    case 3:
      return { kind: 'move', target, by: other % 2 === 0 ? 1 : -1 };
    case 4:
      return other % 4 === 0 && target.kind === 'question'
        ? { kind: 'move-to', question: target.id, section }
        : { kind: 'duplicate', target };
    case 5:
      return { kind: 'delete', target };
    case 6:
      return target.kind === 'question'
        ? { kind: 'set-question', question: { ...typed(kind, other), id: target.id } }
        : undefined;
    case 7: {
      const table = questionsOf(form).find((question) => question.kind === 'table');
      const column = typed('choice', other);
      return table && column.kind === 'choice' ? { kind: 'add-column', table: table.id, column } : undefined;
    }
    default: {
      const about = questionsOf(form)[other % Math.max(questionsOf(form).length, 1)];
      if (!about || target.kind === 'column') return undefined;
      const choosing = about.kind === 'choice' || about.kind === 'choices';
      const simple = choosing
        ? { question: about.id, comparison: 'any-of' as const, values: ['1'] }
        : { question: about.id, comparison: 'answered' as const, values: [] };
      return { kind: 'set-condition', target, when: conditionOf(simple, about.kind) };
    }
  }
}

const composed = (start: Form, pressed: readonly Press[]): Form =>
  pressed.reduce<Composition>(
    (before, press) => {
      const command = commandOf(before.form, press);
      const edited = command && editForm(before, command);
      return edited?.ok ? edited.value : before;
    },
    { form: start, ids: 0 },
  ).form;

const anyComposed = fc
  .tuple(fc.option(anyForm, { nil: empty }), presses)
  .map(([start, pressed]) => composed(start, pressed));

test('whatever is pressed in the studio, the form comes back from the store as it was, and no id stands twice', () => {
  fc.assert(
    fc.property(anyComposed, (form) => {
      expect(formSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
      expect(checkForm(form).filter(({ kind }) => kind === 'duplicate-id')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a composed form is sound, or every fault of it is named with its place', () => {
  fc.assert(
    fc.property(anyComposed, (form) => {
      const problems = formProblems(form);
      expect(problems.length > 0).toBe(problems.length > 0 || checkForm(form).length > 0);
      const places = targets(form).map((target) => JSON.stringify(target));
      for (const { target, message } of problems) {
        if (target) expect(places).toContain(JSON.stringify(target));
        expect(message).toMatch(/。$/);
      }
    }),
    { numRuns: 150 },
  );
});

test('of a form that can be published, every reachable question is shown and the answer to no other is stored', () => {
  const sound = anyComposed.filter((form) => formProblems(form).length === 0);
  fc.assert(
    fc.property(
      sound.chain((form) => fc.tuple(fc.constant(form), anyPosted(form))),
      ([form, posted]) => {
        let values = {};
        for (const section of form.sections) {
          values = { ...values, ...readSection(section, posted, values, '2027-01-01').values };
        }
        const reached = reach(form.sections, values, '2027-01-01');
        const stored = Object.keys(reached.values).map((id) => id.replace(/-other$/, ''));
        for (const { id, when } of questionsOf(form)) {
          if (stored.includes(id)) expect(reached.question(id)).toBe(true);
          if (
            when === undefined &&
            form.sections.some((one) => !one.when && one.questions.some((each) => each.id === id))
          )
            expect(reached.question(id)).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
});
