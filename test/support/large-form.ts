import type { Form, Question } from '#lib/core/survey/form.ts';

const kinds: readonly ((base: Pick<Question, 'id' | 'label' | 'when' | 'help'>) => Question)[] = [
  (base) => ({
    ...base,
    kind: 'choice',
    choices: ['可', '不可', '検討中', '条件付き'].map((label, at) => ({ code: `${at}`, label })),
  }),
  (base) => ({ ...base, kind: 'integer', unit: '人', min: 0, max: 99 }),
  (base) => ({ ...base, kind: 'long-text', maxLength: 500 }),
  (base) => ({ ...base, kind: 'text', maxLength: 50 }),
];

/** 200 questions in 20 sections, most of them shown by the one before. */
export const largeForm: Form = {
  id: 'large',
  version: 1,
  title: '大きな調査',
  prepare: [],
  sections: Array.from({ length: 20 }, (_, section) => ({
    id: `s${section}`,
    title: `第${section + 1}の項目`,
    minutes: 5,
    questions: Array.from({ length: 10 }, (_, place): Question => {
      const at = section * 10 + place;
      const base = { id: `q${at}`, label: `${at + 1}番目の、受入れの見通しについての質問`, help: '説明。'.repeat(20) };
      const when = place === 0 ? {} : { when: { question: `q${at - 1}`, answered: true } as const };
      return (kinds[place % kinds.length] ?? kinds[0])?.({ ...base, ...when }) ?? { ...base, kind: 'note' };
    }),
  })),
};
