import type { AnswerState } from '#lib/core/rounds/answer.ts';
import type { Choice, Form, Question } from '#lib/core/survey/form.ts';
import type { Cell } from '#lib/core/survey/workbook.ts';
import type { SheetToWrite } from './write-xlsx.ts';

/** The sheets that explain an export: codes, definitions of every column or question, and history. */
export function definitionSheets(
  form: Form,
  note: { readonly asOf: string; readonly history?: readonly { readonly date: string; readonly change: string }[] },
  header: readonly string[],
  wide: readonly string[],
): readonly SheetToWrite[] {
  return [
    { name: 'codes', rows: codeRows(form) },
    { name: 'definitions', rows: definitionRows(form, header, wide) },
    {
      name: 'history',
      rows: [
        ['date', 'change', 'source'],
        [note.asOf, `調査票 ${form.id} 第${form.version}版の回答を出力`, form.source?.document ?? form.title],
        ...(note.history ?? []).map(({ date, change }) => [date, change, form.source?.document ?? form.title]),
      ],
    },
  ];
}

type Listed = readonly [question: string, column: string, each: Question];

/** Codes of every choice, and of the columns of states. */
export function codeRows(form: Form): readonly (readonly Cell[])[] {
  const listed = form.sections.flatMap(({ questions }) =>
    questions.flatMap((question): readonly Listed[] =>
      question.kind === 'table'
        ? question.columns.map((column) => [question.id, column.id, column])
        : [[question.id, '', question]],
    ),
  );
  const choices = listed.flatMap(([question, column, each]) =>
    'choices' in each ? each.choices.map((choice: Choice) => [question, column, choice.code, choice.label]) : [],
  );
  return [
    ['question_id', 'column_id', 'code', 'label'],
    ...Object.entries(STATES).map(([code, label]) => ['answer_state', '', code, label]),
    ...Object.entries(CHANNELS).map(([code, label]) => ['answer_channel', '', code, label]),
    ['status', '', 'answered', '回答あり'],
    ['status', '', 'unanswered', '未回答（0 ではない）'],
    ['status', '', 'not_applicable', '対象外（ほかの回答により質問されない）'],
    ...choices,
  ];
}

const STATES: Readonly<Record<AnswerState, string>> = {
  unopened: '未開封',
  opened: '開封',
  drafting: '入力中',
  complete: '入力済（未提出）',
  submitted: '提出済',
  returned: '差戻し',
  resubmitted: '再提出',
  approved: '承認済',
  waived: '回答不要',
};

/** By which way an answer came. */
export type AnswerChannel = 'hospital' | 'telephone' | 'partly_telephone' | 'none';

const CHANNELS: Readonly<Record<AnswerChannel, string>> = {
  hospital: '病院が入力',
  telephone: '電話で聞き取り（都道府県が入力）',
  partly_telephone: '一部の区分を電話で聞き取り、病院が提出',
  none: '提出なし',
};

const FIELDS: Readonly<Record<string, readonly [label: string, type: string, description: string]>> = {
  round_id: ['調査回', 'text', '調査を行った回の識別子'],
  organisation_code: ['医療機関コード', 'text', '回答した医療機関の識別子'],
  organisation_name: ['医療機関名', 'text', '正式な名称。固有名詞は登録された字のまま'],
  prefecture_code: ['都道府県コード', 'text', 'JIS X 0401 による2桁のコード'],
  prefecture_name: ['都道府県名', 'text', '正式な名称'],
  answer_state: ['提出の状態', 'text', '出力した時点の状態。値の意味はコード表を参照。提出されていない回答は含まない'],
  answer_channel: [
    '回答の方法',
    'text',
    '病院が入力したか、都道府県が電話で聞き取って入力したか。縦持ちでは区分ごと、横持ちでは提出ごと。値の意味はコード表を参照',
  ],
  section_id: ['区分', 'text', '調査票の区分の識別子'],
  question_id: ['質問', 'text', '質問の識別子。質問の文言は定義の表を参照'],
  row_number: ['行番号', 'number', '表の行、または選択・順位の番号（1から）'],
  column_id: ['列', 'text', '表の列の識別子'],
  status: ['回答の状態', 'text', '値の意味はコード表を参照'],
  number_value: ['数値', 'number', '数値の回答。単位は定義の表を参照。空欄は値がないことを表し、0 ではない'],
  text_value: ['文字', 'text', 'コード、文字、日付（西暦 YYYY-MM-DD）の回答。改行は空白に置き換えている'],
};

function definitionRows(form: Form, header: readonly string[], wide: readonly string[]): readonly (readonly Cell[])[] {
  const columns = header.flatMap((name) =>
    Object.hasOwn(FIELDS, name)
      ? [['column', name, ...(FIELDS[name] ?? []).slice(0, 2), '', FIELDS[name]?.[2] ?? '', '']]
      : [],
  );
  const questions = form.sections.flatMap((section) =>
    section.questions.flatMap((question) => {
      const source = question.source ?? section.source;
      const cited = source === undefined ? '' : `${source.document} ${source.section ?? ''}`.trim();
      const own =
        question.kind === 'note' || question.kind === 'calculate'
          ? []
          : [definition(question, question.id, section.title, cited)];
      return question.kind === 'table'
        ? [
            ...own,
            ...question.columns.map((column) =>
              definition(column, `${question.id}.${column.id}`, question.label, cited),
            ),
          ]
        : own;
    }),
  );
  const expanded = wide
    .filter((id) => /[=]|\.\d+\.|-other$/.test(id))
    .map((id) => [
      'column',
      id,
      id,
      'text',
      '',
      '「質問=コード」は選択の有無（1 か 0）、「表.行.列」は表の値、「質問-other」はその他の内容',
      '',
    ]);
  return [
    ['kind', 'name', 'label', 'type', 'unit', 'description', 'source'],
    ...columns,
    ...questions,
    ...expanded,
    [
      'file',
      'encoding',
      '文字コード',
      'text',
      '',
      'xlsx は UTF-8。CSV は UTF-8（BOM あり）、または CP932（BOM なし、ない文字は〓）',
      '',
    ],
  ];
}

const definition = (question: Question, id: string, place: string, source: string): readonly Cell[] => [
  'question',
  id,
  question.label,
  TYPES[question.kind],
  'unit' in question ? question.unit : '',
  place,
  source,
];

const TYPES: Readonly<Record<Question['kind'], string>> = {
  text: 'text',
  'long-text': 'text',
  integer: 'number',
  decimal: 'number',
  range: 'number',
  date: 'date',
  time: 'time',
  'date-time': 'date-time',
  choice: 'code',
  choices: 'codes',
  rank: 'codes in order',
  file: 'files',
  note: 'none',
  calculate: 'none',
  table: 'table',
};
