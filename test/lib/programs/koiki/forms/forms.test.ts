import { describe, expect, test } from 'vitest';
import { carryOver } from '#lib/core/survey/carry-over.ts';
import { checkForm } from '#lib/core/survey/check-form.ts';
import { extent, unanswered } from '#lib/core/survey/completeness.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { destinationForm } from '#lib/programs/koiki/forms/destination.ts';
import { DESTINATION } from '#lib/programs/koiki/forms/destination-ids.ts';
import { SOURCE, sourceForm } from '#lib/programs/koiki/forms/source.ts';
import { UPDATE, updateForm, updateFromDestination } from '#lib/programs/koiki/forms/update.ts';

test.each([destinationForm, sourceForm, updateForm])('the form $id has no fault', (form) => {
  expect(checkForm(form)).toEqual([]);
});

describe('the forms of 広域連携型', () => {
  const ids = (form: Form) => form.sections.flatMap(({ questions }) => questions.map(({ id }) => id));

  test('keep every id that others read', () => {
    expect(ids(destinationForm)).toEqual(expect.arrayContaining(Object.values(DESTINATION)));
    expect(ids(sourceForm)).toEqual(expect.arrayContaining(Object.values(SOURCE)));
    expect(ids(updateForm)).toEqual(expect.arrayContaining(Object.values(UPDATE)));
  });

  test('ask the fifteen items of R6.9 and what R9 adds, each with its item', () => {
    expect(destinationForm.sections.map(({ source }) => source?.section)).toEqual([
      ...Array.from({ length: 15 }, (_, at) => `取組① 令和6年9月 連携先病院の情報 第${at + 1}項`),
      '令和9年度の広域連携型プログラムの方向性（案）',
    ]);
  });

  test('ask little: under an hour, and of who accepts nobody five minutes or so', () => {
    expect(
      extent(destinationForm, {
        accepts: 'yes',
        nights: 1,
        partnership: 'yes',
        outpatient: 'yes',
        jcep: 'certified',
        housing: ['single'],
      }),
    ).toMatchObject({ sections: 16, minutes: 43 });
    expect(extent(destinationForm, { accepts: 'no' })).toMatchObject({ sections: 2, minutes: 6 });
    expect(unanswered(destinationForm, { beds: 200, accepts: 'no' })).toEqual([]);
    expect(extent(updateForm)).toMatchObject({ minutes: 3 });
  });

  test('fill the update from the first answer, but for the day', () => {
    const answers = {
      beds: 100,
      accepts: 'yes',
      periods: [{ from: '2027-04-01', to: '2027-09-30', doctors: 2 }],
      'contact-department': '教育研修課',
      'contact-telephone': '022-000-0000',
    };
    const { values, left } = carryOver(destinationForm, updateForm, answers, updateFromDestination);
    expect(left).toEqual(['beds', 'accepts']);
    expect(values).toEqual({
      periods: answers.periods,
      'contact-department': '教育研修課',
      'contact-telephone': '022-000-0000',
    });
    expect(unanswered(updateForm, { ...values, 'as-of': '2026-12-01', consultable: 'yes' })).toEqual([]);
  });
});
