import type { Form, Mapping } from '#lib/core/survey/form.ts';
import { updateItem } from './items.ts';

/** Ids of S3's answers that ranking, sheets and reports read. */
export const UPDATE = {
  /** JST day as of which the answers hold. */
  asOf: 'as-of',
  /** Rows of from and to (JST days) and doctors (人); they take the place of S1's. */
  periods: 'periods',
  /** yes or no: whether 連携元病院 may come to talk; contacts are shown only where yes. */
  consultable: 'consultable',
  consultableNote: 'consultable-note',
  contactDepartment: 'contact-department',
  contactTelephone: 'contact-telephone',
  contactMail: 'contact-mail',
} as const;

/** S3: the three items that 連携先病院 bring up to date as of a day. */
export const updateForm: Form = {
  id: 'koiki-update',
  version: 1,
  title: '受入可能人数などの更新（広域連携型プログラム）',
  prepare: ['今後の受入れについて院内で決まっていること'],
  source: updateItem(1),
  sections: [
    {
      id: 'capacity',
      title: '今後の受入可能人数',
      minutes: 2,
      source: updateItem(1),
      questions: [
        {
          kind: 'date',
          id: UPDATE.asOf,
          label: 'いつの時点の情報ですか',
          required: true,
          min: '2024-12-01',
          max: '2036-03-31',
        },
        {
          kind: 'table',
          id: UPDATE.periods,
          label: '受入可能な時期と人数',
          help: '受け入れられない場合は、空欄のままで構いません。',
          rowLabel: '時期',
          minRows: 0,
          maxRows: 12,
          columns: [
            { kind: 'date', id: 'from', label: '開始日', required: true, min: '2024-04-01', max: '2036-03-31' },
            { kind: 'date', id: 'to', label: '終了日', required: true, min: '2024-04-01', max: '2036-03-31' },
            {
              kind: 'integer',
              id: 'doctors',
              label: '同時に受け入れられる人数',
              unit: '人',
              min: 0,
              max: 99,
              unlikelyAbove: 20,
              required: true,
            },
          ],
        },
      ],
    },
    {
      id: 'consultation',
      title: '連携元病院からの受入相談',
      minutes: 1,
      source: updateItem(2),
      questions: [
        {
          kind: 'choice',
          id: UPDATE.consultable,
          label: '連携元病院からの今後の受入相談・調整',
          required: true,
          choices: [
            { code: 'yes', label: '可', hint: '連携元病院に担当部署の連絡先をお知らせします。' },
            { code: 'no', label: '不可', hint: '連絡先はお知らせしません。' },
          ],
        },
        { kind: 'text', id: UPDATE.consultableNote, label: '相談についての補足', maxLength: 300 },
      ],
    },
    {
      id: 'contact',
      title: '担当部署の連絡先',
      lead: '受入相談を「可」とした場合に限り、連携元病院にお知らせします。',
      minutes: 1,
      when: { question: UPDATE.consultable, is: 'yes' },
      source: updateItem(3),
      questions: [
        {
          kind: 'text',
          id: UPDATE.contactDepartment,
          label: '担当部署',
          purpose: 'name',
          maxLength: 100,
          required: true,
          visibility: 'when-consultable',
        },
        {
          kind: 'text',
          id: UPDATE.contactTelephone,
          label: '電話番号',
          purpose: 'telephone',
          maxLength: 40,
          required: true,
          visibility: 'when-consultable',
        },
        {
          kind: 'text',
          id: UPDATE.contactMail,
          label: 'メールアドレス',
          purpose: 'email',
          maxLength: 254,
          visibility: 'when-consultable',
        },
      ],
    },
  ],
};

/** What of S1's answers fills in S3: capacity and contacts, which S1 asked under the same ids. The day is always asked anew. */
export const updateFromDestination: Mapping = { questions: { [UPDATE.asOf]: null } };
