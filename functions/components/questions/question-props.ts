import type { VNode } from 'preact';
import type { Choice, Question } from '#lib/core/survey/form.ts';
import type { Posted } from '#lib/core/survey/read-section.ts';
import type { OnPage } from './condition-words.ts';

/** What a question needs to be drawn. */
export interface QuestionProps<Q extends Question = Question> {
  readonly question: Q;
  /** Fields as typed, or as stored. */
  readonly posted: Posted;
  /** Messages by field. */
  readonly problems: ReadonlyMap<string, string>;
  /** Last time's answer, and other words that stand under the help. */
  readonly aside?: VNode | undefined;
  /** The question's conditions for the page's script. */
  readonly when?: string | undefined;
  /** Those offered now; all of them when absent. */
  readonly choices?: readonly Choice[] | undefined;
  /** Value of a calculated question. */
  readonly calculated?: string | undefined;
  /** Where a file is fetched by its id, and whether files can be sent from this page. */
  readonly files?: { readonly address: (id: string) => string; readonly attach: boolean } | undefined;
  /** By what the cells of a table are shown; all of them always where absent. */
  readonly onPage?: OnPage | undefined;
  /** Rows of a table to draw at least. */
  readonly rows?: number | undefined;
}

/** First typed value of a field. */
export const typedIn = (posted: Posted, field: string): string => posted[field]?.[0] ?? '';

/** What every field takes from its question. */
export const frameOf = ({ question, problems, aside, when }: QuestionProps) => ({
  id: question.id,
  label: question.label,
  required: question.readOnly ? undefined : isRequired(question),
  help: helpOf(question),
  problem: problems.get(question.id),
  aside,
  when,
});

const helpOf = ({ help, readOnly, visibility = 'released' }: Question): string | undefined =>
  [help, readOnly ? '（編集できません）' : '', audience[visibility]].filter(Boolean).join('\n') || undefined;

/** Who will see an answer, where it is not every matched hospital. */
const audience = {
  released: '',
  'when-consultable': '（相談を受け付けている間だけ、連携元病院に見えます）',
  'office-only': '（都道府県と厚生労働省だけが見ます）',
} as const;

const isRequired = (question: Question): boolean =>
  question.required === true || (question.kind === 'table' && question.minRows > 0);
