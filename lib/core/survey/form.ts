import type { Citation } from '../citation.ts';

/** A questionnaire as data: one definition gives page, validator, Excel, print, comparison and aggregate. A published version never changes. */
export interface Form {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Shown on the start page: what to have at hand. */
  readonly prepare: readonly string[];
  readonly sections: readonly Section[];
  readonly source?: Citation;
}

/** One page of a form; the unit of saving, returning and conflict. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** Minutes a clerk needs, shown before starting. */
  readonly minutes: number;
  readonly when?: Condition;
  readonly source?: Citation;
  readonly questions: readonly Question[];
}

/** Who sees an answer after release: every matched hospital, those only while 受入相談 is open, or the prefecture and ministry alone. */
export type Visibility = 'released' | 'when-consultable' | 'office-only';

interface QuestionBase {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly when?: Condition;
  /** 'released' when absent. */
  readonly visibility?: Visibility;
  readonly source?: Citation;
}

export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  /** What the text is, which decides how it is cleaned: names and addresses are kept as typed. */
  readonly purpose?: 'name' | 'address' | 'telephone' | 'email' | 'postal-code';
  readonly maxLength: number;
}

export interface LongTextQuestion extends QuestionBase {
  readonly kind: 'long-text';
  readonly maxLength: number;
}

export interface IntegerQuestion extends QuestionBase {
  readonly kind: 'integer';
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Above this a warning asks for confirmation (受入 40 人). */
  readonly unlikelyAbove?: number;
}

export interface DecimalQuestion extends QuestionBase {
  readonly kind: 'decimal';
  readonly unit: string;
  /** Digits after the point that are kept; values are exact decimal strings. */
  readonly digits: number;
  readonly min: string;
  readonly max: string;
}

export interface DateQuestion extends QuestionBase {
  readonly kind: 'date';
  /** JST days. */
  readonly min?: string;
  readonly max?: string;
}

export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  /** Code of the choice whose detail is written in a text of its own, stored under `<id>-other`. */
  readonly otherCode?: string;
}

export interface ChoicesQuestion extends QuestionBase {
  readonly kind: 'choices';
  readonly choices: readonly Choice[];
  readonly otherCode?: string;
  /** Code that excludes all others (特になし). */
  readonly noneCode?: string;
}

/** A question that may stand in a table's column. */
export type Column = TextQuestion | IntegerQuestion | DecimalQuestion | DateQuestion | ChoiceQuestion;

export interface TableQuestion extends QuestionBase {
  readonly kind: 'table';
  /** What one row is called (診療科, 期間). */
  readonly rowLabel: string;
  readonly columns: readonly Column[];
  readonly minRows: number;
  readonly maxRows: number;
}

/** A new kind breaks exactly the switches that must learn it. */
export type Question =
  | TextQuestion
  | LongTextQuestion
  | IntegerQuestion
  | DecimalQuestion
  | DateQuestion
  | ChoiceQuestion
  | ChoicesQuestion
  | TableQuestion;

/** When a question or a section applies; what does not apply is hidden, not stored and never 未回答. */
export type Condition =
  | { readonly question: string; readonly is: string | readonly string[] }
  | { readonly question: string; readonly includes: string }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly answered: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** A stored answer to one question: clean text, a whole number, an exact decimal as text, a JST day, a code, codes, or rows. */
export type Value = string | number | readonly string[] | readonly Row[];

/** One row of a table, by column id; an absent column was left empty. */
export type Row = Readonly<Record<string, string | number>>;

/** Answers by question id; an absent key is unanswered, which is not zero. */
export type Values = Readonly<Record<string, Value>>;
