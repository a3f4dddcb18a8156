import type { Form } from '#lib/core/survey/form.ts';
import { DEPARTMENTS, sourceItem, TERMS, terms } from './items.ts';

/** Ids of S2's answers that ranking, sheets and reports read. */
export const SOURCE = {
  beds: 'beds',
  /** Seats of the programme (人). */
  seats: 'seats',
  /** Codes of DEPARTMENTS. */
  departments: 'departments',
  /** Code of TERMS. */
  term: 'term',
  /** Rows of from and to (JST days) and doctors (人): when trainees would be away. */
  windows: 'windows',
  /** Codes of what matters to the hospital. */
  wishes: 'wishes',
  features: 'features',
  programme: 'programme',
} as const;

/** S2: what a 連携元病院 tells 連携先病院, the three items of R6.9, and what it looks for in a partner. */
export const sourceForm: Form = {
  id: 'koiki-source',
  version: 1,
  title: '連携元病院の情報（広域連携型プログラム）',
  prepare: ['病床数の分かる資料', '広域連携型プログラムの募集定員（予定）', '研修プログラムの概要'],
  source: sourceItem(1),
  sections: [
    {
      id: 'overview',
      title: '病院の概要',
      minutes: 2,
      source: sourceItem(1),
      questions: [
        {
          kind: 'integer',
          id: SOURCE.beds,
          label: '病床数',
          help: '許可病床の合計を入力してください。',
          unit: '床',
          min: 0,
          max: 3000,
          unlikelyAbove: 1500,
          required: true,
        },
        {
          kind: 'integer',
          id: 'trainees',
          label: '研修医数',
          help: '1年次と2年次の合計です。',
          unit: '人',
          min: 0,
          max: 500,
          unlikelyAbove: 200,
        },
        { kind: 'text', id: 'contact-department', label: '担当部署', purpose: 'name', maxLength: 100 },
        { kind: 'text', id: 'contact-telephone', label: '担当部署の電話番号', purpose: 'telephone', maxLength: 40 },
        { kind: 'text', id: 'contact-mail', label: '担当部署のメールアドレス', purpose: 'email', maxLength: 254 },
      ],
    },
    {
      id: 'features',
      title: '病院の特徴',
      minutes: 3,
      source: sourceItem(2),
      questions: [
        {
          kind: 'long-text',
          id: SOURCE.features,
          label: '病院の特徴',
          help: '役割、診療の特色などをお書きください。',
          maxLength: 2000,
        },
      ],
    },
    {
      id: 'programme',
      title: '研修プログラムの特徴',
      minutes: 4,
      source: sourceItem(3),
      questions: [
        { kind: 'long-text', id: SOURCE.programme, label: '研修プログラムの特徴', maxLength: 2000 },
        {
          kind: 'integer',
          id: SOURCE.seats,
          label: '広域連携型プログラムの募集定員',
          unit: '人',
          min: 0,
          max: 100,
          unlikelyAbove: 20,
          required: true,
        },
        {
          kind: 'choices',
          id: 'guidance',
          label: '連携先での研修中に行う支援',
          choices: [
            { code: 'online', label: 'Web面談' },
            { code: 'mentor', label: 'メンターによる支援' },
            { code: 'visit', label: '指導医の訪問' },
            { code: 'meeting', label: '病院間の定期的なWeb会議' },
            { code: 'other', label: 'その他' },
            { code: 'none', label: '未定' },
          ],
          otherCode: 'other',
          noneCode: 'none',
        },
      ],
    },
    {
      id: 'wishes',
      title: '連携先病院に希望すること',
      minutes: 4,
      source: terms,
      questions: [
        { kind: 'choices', id: SOURCE.departments, label: '研修を希望する診療科', choices: DEPARTMENTS },
        {
          kind: 'choice',
          id: SOURCE.term,
          label: '研修期間',
          help: '制度上、24週以上とされています。',
          choices: TERMS,
          source: terms,
        },
        {
          kind: 'table',
          id: SOURCE.windows,
          label: '研修を行う時期と人数',
          help: '原則として2年次に行います。',
          rowLabel: '時期',
          minRows: 0,
          maxRows: 12,
          source: terms,
          columns: [
            { kind: 'date', id: 'from', label: '開始日', required: true, min: '2026-04-01', max: '2036-03-31' },
            { kind: 'date', id: 'to', label: '終了日', required: true, min: '2026-04-01', max: '2036-03-31' },
            {
              kind: 'integer',
              id: 'doctors',
              label: '人数',
              unit: '人',
              min: 0,
              max: 99,
              unlikelyAbove: 20,
              required: true,
            },
          ],
        },
        {
          kind: 'choices',
          id: SOURCE.wishes,
          label: '特に重視すること',
          choices: [
            { code: 'supervisors', label: '指導体制' },
            { code: 'cases', label: '経験できる症例' },
            { code: 'emergency', label: '救急の経験' },
            { code: 'housing', label: '宿舎' },
            { code: 'travel', label: '交通費・住居への支援' },
            { code: 'childcare', label: '育児との両立' },
            { code: 'partnership', label: 'これまでの連携の実績' },
            { code: 'none', label: '特になし' },
          ],
          noneCode: 'none',
        },
      ],
    },
  ],
};
