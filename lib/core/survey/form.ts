import type { Citation } from '../citation.ts';
import type { Expression } from './expression/expression.ts';

/** A questionnaire as data: one definition gives page, validator, Excel, print, comparison and aggregate. A published version never changes. */
export interface Form {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Shown on the start page: what to have at hand. */
  readonly prepare: readonly string[];
  readonly sections: readonly Section[];
  readonly source?: Citation;
  /** How answers to the version before reach this one; absent in a first version, or where every id kept its meaning. */
  readonly carries?: Mapping;
  /** The language of the labels, and the other languages that `translations` hold, by their XLSForm names ("日本語 (ja)"). */
  readonly language?: string;
  readonly languages?: readonly string[];
}

/** How answers of one version reach the next; what is not named keeps its id and its codes. */
export interface Mapping {
  /** Id in the new form → id in the old form, of questions and columns; null starts empty (last year's numbers that must be given anew). */
  readonly questions?: Readonly<Record<string, string | null>>;
  /** By id of the new question or column: code in the old form → code in the new form; null takes the choice out of the answer. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

/** Wording in another language. */
export interface Translation {
  readonly label?: string;
  readonly help?: string;
  /** Message of the constraint. */
  readonly message?: string;
}

/** Wording in other languages by language name. */
export type Translations = Readonly<Record<string, Translation>>;

/** One page of a form; the unit of saving, returning and conflict. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** Minutes a clerk needs, shown before starting. */
  readonly minutes: number;
  readonly when?: Condition;
  readonly source?: Citation;
  readonly translations?: Translations;
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
  /** Shown but not to be changed by who answers (編集不可). */
  readonly readOnly?: boolean;
  /** Filled in before anybody answered. */
  readonly initial?: Value;
  /** What an answer must satisfy beyond its kind; `.` is the answer itself. */
  readonly constraint?: Constraint;
  readonly translations?: Translations;
}

/** A rule on an answer with the words that say what to enter; what is unanswered satisfies it. */
export interface Constraint {
  readonly rule: Expression;
  readonly message: string;
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

/** A whole time of day in JST, kept as "14:03". */
export interface TimeQuestion extends QuestionBase {
  readonly kind: 'time';
}

/** A JST day and time, kept as "2027-04-01T14:03". */
export interface DateTimeQuestion extends QuestionBase {
  readonly kind: 'date-time';
}

/** A number on a scale of equal steps; values are exact decimal strings. */
export interface RangeQuestion extends QuestionBase {
  readonly kind: 'range';
  readonly start: string;
  readonly end: string;
  readonly step: string;
}

/** Words between questions; `heading` makes them the title of the questions that follow. */
export interface NoteQuestion extends QuestionBase {
  readonly kind: 'note';
  readonly heading?: boolean;
}

/** A value worked out from the answers; it is never asked and never stored. */
export interface CalculateQuestion extends QuestionBase {
  readonly kind: 'calculate';
  readonly expression: Expression;
}

/** Pictures or documents; the answer is a text a file (`file-answer.ts`). */
export interface FileQuestion extends QuestionBase {
  readonly kind: 'file';
  readonly accept: 'image' | 'document';
  readonly maxFiles: number;
  /** Most of one file; 4 when absent, which is also the most that can be sent. */
  readonly maxMegabytes?: number;
}

export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
  /** What a `choiceFilter` looks at, by column name. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly translations?: Translations;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  /** Code of the choice whose detail is written in a text of its own, stored under `<id>-other`. */
  readonly otherCode?: string;
  /** Keeps the choices for which it holds; a bare name is an attribute of the choice. */
  readonly choiceFilter?: Expression;
}

export interface ChoicesQuestion extends QuestionBase {
  readonly kind: 'choices';
  readonly choices: readonly Choice[];
  readonly otherCode?: string;
  /** Code that excludes all others (特になし). */
  readonly noneCode?: string;
  readonly choiceFilter?: Expression;
}

/** All choices put in order, most wanted first. */
export interface RankQuestion extends QuestionBase {
  readonly kind: 'rank';
  readonly choices: readonly Choice[];
}

/** A question that may stand in a table's column. */
export type Column =
  | TextQuestion
  | LongTextQuestion
  | IntegerQuestion
  | DecimalQuestion
  | DateQuestion
  | TimeQuestion
  | DateTimeQuestion
  | RangeQuestion
  | ChoiceQuestion;

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
  | TimeQuestion
  | DateTimeQuestion
  | RangeQuestion
  | ChoiceQuestion
  | ChoicesQuestion
  | RankQuestion
  | FileQuestion
  | NoteQuestion
  | CalculateQuestion
  | TableQuestion;

/** When a question or a section applies; what does not apply is hidden, not stored and never 未回答. */
export type Condition =
  | { readonly question: string; readonly is: string | readonly string[] }
  | { readonly question: string; readonly includes: string }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly answered: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly expression: Expression };

/** A stored answer to one question: clean text, a whole number, an exact decimal as text, a JST day, a code, codes, or rows. */
export type Value = string | number | readonly string[] | readonly Row[];

/** One row of a table, by column id; an absent column was left empty. */
export type Row = Readonly<Record<string, string | number>>;

/** Answers by question id; an absent key is unanswered, which is not zero. */
export type Values = Readonly<Record<string, Value>>;
