import type { Form } from '#lib/core/survey/form.ts';

/** A short survey with the kinds that a hospital meets. */
export const clinicForm: Form = {
  id: 'clinic',
  version: 1,
  title: '受入れに関する調査',
  prepare: ['病床数の分かる資料'],
  sections: [
    {
      id: 'hospital',
      title: '病院の概要',
      minutes: 3,
      questions: [
        { kind: 'text', id: 'name', label: '病院名', purpose: 'name', maxLength: 300, required: true },
        { kind: 'integer', id: 'beds', label: '病床数', unit: '床', min: 0, max: 3000, required: true },
        { kind: 'text', id: 'telephone', label: '電話番号', purpose: 'telephone', maxLength: 40 },
        { kind: 'long-text', id: 'strength', label: '研修の魅力', maxLength: 10_000, visibility: 'office-only' },
      ],
    },
    {
      id: 'acceptance',
      title: '受入れ',
      minutes: 5,
      questions: [
        {
          kind: 'choice',
          id: 'accepts',
          label: '受入れの可否',
          required: true,
          choices: [
            { code: 'yes', label: '可' },
            { code: 'no', label: '不可' },
          ],
        },
        {
          kind: 'table',
          id: 'periods',
          label: '受入可能な時期',
          rowLabel: '期間',
          minRows: 1,
          maxRows: 3,
          when: { question: 'accepts', is: 'yes' },
          columns: [
            { kind: 'date', id: 'from', label: '開始日', required: true },
            { kind: 'integer', id: 'doctors', label: '人数', unit: '人', min: 0, max: 99, unlikelyAbove: 30 },
          ],
        },
        { kind: 'date', id: 'visit', label: '見学の始まる日' },
      ],
    },
    {
      id: 'details',
      title: '受入れの詳細',
      minutes: 4,
      when: { question: 'accepts', is: 'yes' },
      questions: [
        {
          kind: 'choices',
          id: 'support',
          label: '支援',
          choices: [
            { code: 'rent', label: '家賃補助' },
            { code: 'other', label: 'その他' },
            { code: 'none', label: '特になし' },
          ],
          otherCode: 'other',
          noneCode: 'none',
        },
      ],
    },
  ],
};
