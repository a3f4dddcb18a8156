import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown } from '#lib/core/survey/applies.ts';
import { checkForm } from '#lib/core/survey/check-form.ts';
import type { Form, Values } from '#lib/core/survey/form.ts';
import { postedOf } from '#lib/core/survey/posted-of.ts';
import { questionSchema } from '#lib/core/survey/question-schema.ts';
import { reach } from '#lib/core/survey/reach.ts';
import type { Posted } from '#lib/core/survey/read-question.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import type { Workbook } from '#lib/core/survey/workbook.ts';
import { readCsv, writeCsv } from '#lib/sheets/csv.ts';
import { questionnaire } from '#lib/sheets/questionnaire.ts';
import { readQuestionnaire } from '#lib/sheets/read-questionnaire.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import { writeXlsx } from '#lib/sheets/write-xlsx.ts';
import { anyForm, anyPosted } from '../core/survey/arbitrary-form.ts';

/** A person goes through the sections one after the other, saving each; then what counts is stored. */
function answered(form: Form, posted: Posted): Values {
  let values: Values = {};
  for (const section of form.sections) values = { ...values, ...readSection(section, posted, values).values };
  return shown(form, values);
}

const answers = anyForm.chain((form) =>
  anyPosted(form).map((posted) => ({ form, values: answered(form, posted), posted })),
);

const opened = async (bytes: Uint8Array): Promise<Workbook> => {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

describe('for any form and any answer', () => {
  test('(the answers tried are not empty ones)', () => {
    const sizes = fc.sample(answers, { numRuns: 200, seed: 1 }).map(({ values }) => Object.keys(values).length);
    expect(sizes.filter((size) => size >= 2).length).toBeGreaterThan(60);
  });

  test('the definition is whole and every stored answer satisfies its schema', () => {
    fc.assert(
      fc.property(answers, ({ form, values }) => {
        expect(checkForm(form)).toEqual([]);
        for (const question of form.sections.flatMap(({ questions }) => questions)) {
          const value = values[question.id];
          if (value !== undefined) expect(questionSchema(question).safeParse(value).success).toBe(true);
        }
      }),
    );
  });

  test('every reachable question is shown and no other is stored', () => {
    fc.assert(
      fc.property(answers, ({ form, values }) => {
        const reached = reach(form.sections, values);
        for (const section of form.sections) {
          for (const question of section.questions) {
            expect(reached.question(question.id) || values[question.id] === undefined).toBe(true);
            if (reached.question(question.id)) expect(reached.section(section.id)).toBe(true);
          }
        }
        expect(reached.values).toEqual(values);
      }),
    );
  });

  test('web → store → Excel → store → web gives the same answer', async () => {
    await fc.assert(
      fc.asyncProperty(answers, async ({ form, values }) => {
        const workbook = await opened(writeXlsx(questionnaire(form, values)));
        const reading = readQuestionnaire(form, workbook, {});
        expect(reading.problems).toEqual([]);
        expect(reading.values).toEqual(values);
        const again = Object.assign(
          {},
          ...form.sections.flatMap(({ questions }) => questions.map((question) => postedOf(question, reading.values))),
        ) as Posted;
        expect(answered(form, again)).toEqual(values);
      }),
      { numRuns: 60 },
    );
  });

  test('store → CSV → store gives the same answer, as does a workbook turned over and renamed', () => {
    fc.assert(
      fc.property(answers, ({ form, values }) => {
        const sheets = questionnaire(form, values).slice(0, -1);
        const [header, ...rows] = sheets.flatMap(({ rows }, at) => [...rows].slice(at === 0 ? 0 : 1));
        const csv = readCsv(writeCsv([header ?? [], ...rows]).bytes);
        expect(readQuestionnaire(form, csv.ok ? csv.value : { sheets: [] }, {}).values).toEqual(values);
        const turned = sheets.toReversed().map(({ rows }, at) => ({
          name: `Sheet${at}`,
          rows: [[null], ...[...rows].map((row) => [null, ...row.toReversed()])],
        }));
        expect(readQuestionnaire(form, { sheets: turned }, {}).values).toEqual(values);
      }),
      { numRuns: 60 },
    );
  });
});
