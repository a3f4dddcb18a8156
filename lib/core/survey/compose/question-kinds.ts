import type { Column, Question } from '../form.ts';

/** What staff call a kind of question, and what it is for. */
export interface KindWords {
  readonly label: string;
  readonly hint: string;
}

/** Every kind of question, in the order in which staff are offered them. */
export const KINDS: Readonly<Record<Question['kind'], KindWords>> = {
  choice: { label: '一つ選ぶ', hint: '選択肢から一つ' },
  choices: { label: 'いくつでも選ぶ', hint: '当てはまるものすべて' },
  text: { label: '短い文字', hint: '名前、電話番号、メールアドレスなど1行' },
  'long-text': { label: '長い文章', hint: '数行の自由記述' },
  integer: { label: '数', hint: '人数や回数など、小数のない数' },
  decimal: { label: '小数のある数', hint: '割合や時間など' },
  date: { label: '日付', hint: '年月日' },
  time: { label: '時刻', hint: '何時何分' },
  'date-time': { label: '日時', hint: '年月日と時刻' },
  range: { label: '目盛りから選ぶ', hint: '0から5までを1きざみ、など' },
  rank: { label: '順位を付ける', hint: '選択肢を望む順に並べる' },
  table: { label: '表', hint: '同じ項目を何行でも（時期ごと、診療科ごとなど）' },
  file: { label: 'ファイル', hint: '写真や文書' },
  note: { label: '説明文', hint: '質問ではなく、間に入れる文章や見出し' },
  calculate: { label: '計算した値', hint: 'ほかの回答から計算して見せる値' },
};

const isKind = (kind: string): kind is Question['kind'] => Object.hasOwn(KINDS, kind);

/** Every kind that a question can have. */
export const questionKinds: readonly Question['kind'][] = Object.keys(KINDS).filter(isKind);

const columnKindSet: ReadonlySet<string> = new Set<Column['kind']>([
  'text',
  'long-text',
  'integer',
  'decimal',
  'date',
  'time',
  'date-time',
  'range',
  'choice',
]);

/** Whether a question may stand in a table's column. */
export const isColumn = (question: Question): question is Column => columnKindSet.has(question.kind);

/** Every kind that a table's column can have. */
export const columnKinds = questionKinds.filter((kind) => columnKindSet.has(kind));

/** A kind by its name; undefined when there is none. */
export const kindOf = (name: string): Question['kind'] | undefined => (isKind(name) ? name : undefined);

/** A question of a kind before anything was typed. */
export function emptyQuestion(kind: Question['kind']): Question {
  const base = { id: '', label: '' };
  switch (kind) {
    case 'text':
      return { ...base, kind, maxLength: 200 };
    case 'long-text':
      return { ...base, kind, maxLength: 1000 };
    case 'integer':
      return { ...base, kind, unit: '', min: 0, max: 9999 };
    case 'decimal':
      return { ...base, kind, unit: '', digits: 1, min: '0', max: '100' };
    case 'range':
      return { ...base, kind, start: '0', end: '5', step: '1' };
    case 'choice':
    case 'choices':
    case 'rank':
      return { ...base, kind, choices: [] };
    case 'file':
      return { ...base, kind, accept: 'document', maxFiles: 1 };
    case 'calculate':
      return { ...base, kind, expression: { kind: 'text', value: '' } };
    case 'table':
      return { ...base, kind, rowLabel: '行', columns: [], minRows: 0, maxRows: 20 };
    case 'date':
    case 'time':
    case 'date-time':
    case 'note':
      return { ...base, kind };
  }
}
