import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedOf } from '#functions/components/questions/typed.ts';
import { questionEditor } from '#lib/core/survey/compose/question-editor.ts';
import { emptyQuestion, questionKinds } from '#lib/core/survey/compose/question-kinds.ts';
import { questionOfValues, valuesOfQuestion } from '#lib/core/survey/compose/question-values.ts';
import { questionsOf } from '#lib/core/survey/compose/target.ts';
import type { Question } from '#lib/core/survey/form.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import { programs } from '#lib/programs/every-program.ts';
import { anyForm } from '../arbitrary-form.ts';

/** What saving an editor's page gives when nothing was changed on it. */
function savedUnchanged(question: Question) {
  const editor = questionEditor(question.kind);
  const posted = typedOf(editor.questions, valuesOfQuestion(question));
  const reading = readSection(editor, posted, {});
  return { ...questionOfValues(question, reading.values), unread: [...reading.problems, ...reading.missing] };
}

const edited = (question: Question, fields: Readonly<Record<string, string>>) => {
  const editor = questionEditor(question.kind);
  const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
  const posted = { ...typedOf(editor.questions, valuesOfQuestion(question)), ...typed };
  return questionOfValues(question, readSection(editor, posted, {}).values);
};

describe('the editor of a question', () => {
  test('changes nothing of any built-in question when nothing is changed on it', () => {
    const forms = programs.flatMap(({ editions }) =>
      editions.flatMap(({ surveys }) => surveys.map(({ form }) => form)),
    );
    const questions = forms.flatMap(questionsOf);
    const parts = questions.flatMap((question) => [question, ...(question.kind === 'table' ? question.columns : [])]);
    expect(parts.length).toBeGreaterThan(100);
    for (const question of parts) expect(savedUnchanged(question)).toEqual({ question, problems: [], unread: [] });
  });

  test('changes nothing of any question that can be, either', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        for (const question of questionsOf(form)) {
          const { when: _, ...bare } = savedUnchanged(question).question;
          const { when: __, ...before } = question;
          expect(bare).toEqual(before);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(questionKinds)('asks for the words of a new question (%s)', (kind) => {
    expect(savedUnchanged(emptyQuestion(kind)).unread.map(({ field }) => field)).toContain('label');
  });

  test('says where the numbers do not fit, the choice is not there, or the formula cannot be read', () => {
    const fields = (question: Question, typed: Readonly<Record<string, string>>) =>
      edited(question, { label: 'あ', ...typed }).problems.map(({ field }) => field);
    expect(fields(emptyQuestion('integer'), { min: '10', max: '9' })).toEqual(['max']);
    expect(fields(emptyQuestion('choice'), { choices: 'はい\nいいえ', other: 'その他' })).toEqual(['other']);
    expect(fields(emptyQuestion('choice'), { choices: 'はい\nはい' })).toEqual(['choices']);
    expect(fields(emptyQuestion('integer'), { rule: '. <=', message: '少なく' })).toEqual(['rule']);
    expect(fields(emptyQuestion('integer'), { rule: '. <= 5' })).toEqual(['message']);
  });

  test('reads full-width numbers and a formula', () => {
    const { question, problems } = edited(emptyQuestion('integer'), {
      label: '受入可能人数',
      unit: '人',
      max: '３０人',
      rule: '. <= 5',
      message: '5以下の数を入力してください。',
    });
    expect(problems).toEqual([]);
    expect(question).toMatchObject({
      label: '受入可能人数',
      max: 30,
      constraint: { message: '5以下の数を入力してください。' },
    });
  });
});
