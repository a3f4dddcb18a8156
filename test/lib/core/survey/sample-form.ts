import type { Form } from '#lib/core/survey/form.ts';

/** A small form with one question of every kind, for tests of the engine. */
export const sampleForm: Form = {
  id: 'sample',
  version: 1,
  title: '見本の調査',
  prepare: ['病床数の分かる資料'],
  sections: [
    {
      id: 'hospital',
      title: '病院の概要',
      minutes: 3,
      questions: [
        { kind: 'text', id: 'name', label: '病院名', purpose: 'name', maxLength: 300, required: true },
        { kind: 'text', id: 'telephone', label: '電話番号', purpose: 'telephone', maxLength: 40 },
        { kind: 'text', id: 'mail', label: 'メールアドレス', purpose: 'email', maxLength: 254 },
        { kind: 'text', id: 'postal', label: '郵便番号', purpose: 'postal-code', maxLength: 8 },
        { kind: 'integer', id: 'beds', label: '病床数', unit: '床', min: 0, max: 3000, unlikelyAbove: 1500 },
        { kind: 'decimal', id: 'rate', label: '病床利用率', unit: '%', digits: 1, min: '0', max: '100' },
        { kind: 'long-text', id: 'strength', label: '研修の魅力・強み', maxLength: 10_000 },
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
            { code: 'other', label: 'その他' },
          ],
          otherCode: 'other',
        },
        {
          kind: 'table',
          id: 'periods',
          label: '受入可能な時期',
          rowLabel: '期間',
          minRows: 1,
          maxRows: 5,
          when: { question: 'accepts', is: 'yes' },
          columns: [
            { kind: 'date', id: 'from', label: '開始日', required: true, min: '2026-04-01', max: '2032-03-31' },
            { kind: 'date', id: 'to', label: '終了日' },
            { kind: 'integer', id: 'doctors', label: '受入可能人数', unit: '人', min: 0, max: 99, unlikelyAbove: 30 },
            {
              kind: 'choice',
              id: 'department',
              label: '診療科',
              choices: [
                { code: '01', label: '内科' },
                { code: '99', label: 'その他' },
              ],
              otherCode: '99',
            },
          ],
        },
        {
          kind: 'choices',
          id: 'support',
          label: '支援',
          choices: [
            { code: 'rent', label: '家賃補助' },
            { code: 'travel', label: '交通費' },
            { code: 'other', label: 'その他' },
            { code: 'none', label: '特になし' },
          ],
          otherCode: 'other',
          noneCode: 'none',
        },
      ],
    },
    {
      id: 'details',
      title: '受入れの詳細',
      minutes: 4,
      when: { question: 'accepts', is: 'yes' },
      questions: [
        { kind: 'note', id: 'explain', label: '受け入れる場合にお答えください。' },
        { kind: 'time', id: 'starts', label: '始業時刻' },
        { kind: 'date-time', id: 'visit', label: '見学できる日時' },
        { kind: 'range', id: 'ease', label: '通いやすさ', start: '1', end: '5', step: '0.5' },
        {
          kind: 'rank',
          id: 'order',
          label: '力を入れている順',
          choices: [
            { code: 'er', label: '救急' },
            { code: 'home', label: '在宅' },
          ],
        },
        { kind: 'file', id: 'pictures', label: '写真', accept: 'image', maxFiles: 3 },
        {
          kind: 'calculate',
          id: 'double',
          label: '病床数の2倍',
          expression: {
            kind: 'binary',
            operator: '*',
            left: { kind: 'answer', question: 'beds' },
            right: { kind: 'number', value: 2 },
          },
        },
      ],
    },
  ],
};
