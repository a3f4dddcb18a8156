import type { Form } from '#lib/core/survey/form.ts';

/** Two sections, one required question: enough to answer in a line. */
export const smallForm: Form = {
  id: 'small',
  version: 1,
  title: '小さな調査',
  prepare: [],
  sections: [
    {
      id: 'capacity',
      title: '受入れ',
      minutes: 1,
      questions: [
        { kind: 'integer', id: 'places', label: '受入可能人数', unit: '人', min: 0, max: 99, required: true },
      ],
    },
    {
      id: 'words',
      title: '魅力',
      minutes: 1,
      questions: [{ kind: 'long-text', id: 'strengths', label: '魅力', maxLength: 100 }],
    },
  ],
};
