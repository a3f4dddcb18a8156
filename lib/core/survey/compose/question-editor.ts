import type { Choice, Question, Section } from '../form.ts';
import { KINDS } from './question-kinds.ts';

/** Field names of the editor, the same on the page and in the problems. */
export const FIELD = {
  label: 'label',
  help: 'help',
  required: 'required',
  purpose: 'purpose',
  maxLength: 'max-length',
  unit: 'unit',
  min: 'min',
  max: 'max',
  unlikelyAbove: 'unlikely-above',
  digits: 'digits',
  start: 'start',
  end: 'end',
  step: 'step',
  choices: 'choices',
  other: 'other',
  none: 'none',
  accept: 'accept',
  maxFiles: 'max-files',
  heading: 'heading',
  expression: 'expression',
  rowLabel: 'row-label',
  minRows: 'min-rows',
  maxRows: 'max-rows',
  rule: 'rule',
  message: 'message',
} as const;

const yesNo = (yes: string, no: string): readonly Choice[] => [
  { code: 'yes', label: yes },
  { code: 'no', label: no },
];

const words = (id: string, label: string, maxLength: number, more: Partial<Question> = {}): Question => ({
  ...{ required: false, ...more },
  kind: 'text',
  id,
  label,
  maxLength,
});

const count = (id: string, label: string, unit: string, min: number, max: number, help?: string): Question => ({
  kind: 'integer',
  id,
  label,
  unit,
  min,
  max,
  required: true,
  ...(help === undefined ? {} : { help }),
});

const label: Question = { kind: 'long-text', id: FIELD.label, label: '質問文', maxLength: 500, required: true };
const help: Question = {
  kind: 'long-text',
  id: FIELD.help,
  label: '補足の説明',
  help: '質問文の下に小さく表示されます。',
  maxLength: 1000,
};
const required: Question = {
  kind: 'choice',
  id: FIELD.required,
  label: '回答は必須ですか',
  required: true,
  choices: yesNo('必須', '任意'),
};
const unit = words(FIELD.unit, '単位', 20, { help: '人、回、床 など。数の後ろに表示されます。' });
const choices: Question = {
  kind: 'long-text',
  id: FIELD.choices,
  label: '選択肢',
  help: '1行に一つずつ入力してください。「｜」の後ろに書いた言葉は、選択肢の下に小さく表示されます。',
  maxLength: 20_000,
  required: true,
};
const other = words(FIELD.other, '内容を書いてもらう選択肢', 200, {
  help: '「その他」のように、選んだときに内容を書いてもらう選択肢があれば、その言葉を入力してください。',
});
const none = words(FIELD.none, 'ほかと一緒に選べない選択肢', 200, {
  help: '「該当なし」のような選択肢があれば、その言葉を入力してください。',
});
const maxLength = count(FIELD.maxLength, '文字数の上限', '文字', 1, 10_000);
const decimal = (id: string, name: string): Question => ({
  kind: 'decimal',
  id,
  label: name,
  unit: '',
  digits: 10,
  min: '-1000000000000',
  max: '1000000000000',
  required: true,
});
const limit = 1_000_000_000;

/** What is asked of a kind alone. */
function ownFields(kind: Question['kind']): readonly Question[] {
  switch (kind) {
    case 'text':
      return [
        {
          kind: 'choice',
          id: FIELD.purpose,
          label: '何を書いてもらいますか',
          required: true,
          help: '電話番号・メールアドレス・郵便番号は、全角でも入力でき、形を確かめます。名前と住所は入力されたまま残します。',
          choices: [
            { code: 'free', label: '特に決めない' },
            { code: 'name', label: '名前' },
            { code: 'address', label: '住所' },
            { code: 'telephone', label: '電話番号' },
            { code: 'email', label: 'メールアドレス' },
            { code: 'postal-code', label: '郵便番号' },
          ],
        },
        maxLength,
      ];
    case 'long-text':
      return [maxLength];
    case 'integer':
      return [
        unit,
        count(FIELD.min, '最小', '', -limit, limit),
        count(FIELD.max, '最大', '', -limit, limit),
        {
          kind: 'integer',
          id: FIELD.unlikelyAbove,
          label: 'これを超えたら確かめる数',
          help: '超えても回答できますが、提出の前に確かめてもらいます。',
          unit: '',
          min: -limit,
          max: limit,
        },
      ];
    case 'decimal':
      return [
        unit,
        count(FIELD.digits, '小数点以下の桁数', '桁', 0, 10),
        decimal(FIELD.min, '最小'),
        decimal(FIELD.max, '最大'),
      ];
    case 'date':
      return [
        { kind: 'date', id: FIELD.min, label: 'この日以降' },
        { kind: 'date', id: FIELD.max, label: 'この日まで' },
      ];
    case 'range':
      return [decimal(FIELD.start, '始まり'), decimal(FIELD.end, '終わり'), decimal(FIELD.step, 'きざみ')];
    case 'choice':
      return [choices, other];
    case 'choices':
      return [choices, other, none];
    case 'rank':
      return [choices];
    case 'file':
      return [
        {
          kind: 'choice',
          id: FIELD.accept,
          label: 'ファイルの種類',
          required: true,
          choices: [
            { code: 'image', label: '写真' },
            { code: 'document', label: '文書' },
          ],
        },
        count(FIELD.maxFiles, 'ファイルの数の上限', '個', 1, 20),
      ];
    case 'note':
      return [
        {
          kind: 'choice',
          id: FIELD.heading,
          label: '見せ方',
          required: true,
          choices: yesNo('見出しにする', '文章にする'),
        },
      ];
    case 'calculate':
      return [
        {
          kind: 'long-text',
          id: FIELD.expression,
          label: '計算の式',
          help: 'XLSForm の書き方です。例：\u0024{q1} + \u0024{q2}',
          maxLength: 2000,
          required: true,
        },
      ];
    case 'table':
      return [
        words(FIELD.rowLabel, '1行の呼び名', 20, { required: true, help: '時期、診療科 など。' }),
        count(FIELD.minRows, '行数の下限', '行', 0, 100, '0にすると、1行もなくても構いません。'),
        count(FIELD.maxRows, '行数の上限', '行', 1, 200),
      ];
    case 'time':
    case 'date-time':
      return [];
  }
}

const rule: readonly Question[] = [
  {
    kind: 'long-text',
    id: FIELD.rule,
    label: '回答が満たすべき条件（式）',
    help: 'XLSForm の書き方です。「.」がこの質問の回答です。例：. <= \u0024{q1}',
    maxLength: 2000,
  },
  {
    kind: 'text',
    id: FIELD.message,
    label: '満たさないときの言葉',
    help: '何を入力してほしいかを書いてください。例：受入可能人数以下の数を入力してください。',
    maxLength: 200,
  },
];

/** The page on which a question of a kind is edited: itself a section, so that the engine draws, reads and checks it. */
export function questionEditor(kind: Question['kind']): Section {
  const asked = kind !== 'note' && kind !== 'calculate';
  return {
    id: kind,
    title: KINDS[kind].label,
    minutes: 1,
    questions: [
      kind === 'note' ? { ...label, label: '文章' } : kind === 'calculate' ? { ...label, label: '見出し' } : label,
      help,
      ...(asked ? [required] : []),
      ...ownFields(kind),
      ...(asked && kind !== 'table' && kind !== 'file' ? rule : []),
    ],
  };
}

/** The page on which a section's own words are edited. */
export const sectionEditor: Section = {
  id: 'section',
  title: 'セクション',
  minutes: 1,
  questions: [
    { kind: 'text', id: 'title', label: 'セクションの名前', maxLength: 100, required: true },
    {
      kind: 'long-text',
      id: 'lead',
      label: 'はじめの説明',
      help: 'セクションのはじめに表示されます。',
      maxLength: 2000,
    },
    {
      kind: 'integer',
      id: 'minutes',
      label: '回答にかかる時間の目安',
      help: '回答を始める前に、病院に示します。',
      unit: '分',
      min: 1,
      max: 600,
      required: true,
    },
  ],
};

/** The page on which a form's name is edited. */
export const formEditor: Section = {
  id: 'form',
  title: '調査票',
  minutes: 1,
  questions: [
    { kind: 'text', id: 'title', label: '調査票の名前', maxLength: 100, required: true },
    {
      kind: 'long-text',
      id: 'prepare',
      label: '手元に用意するもの',
      help: '回答を始める前に、病院に示します。1行に一つずつ入力してください。',
      maxLength: 2000,
    },
  ],
};
