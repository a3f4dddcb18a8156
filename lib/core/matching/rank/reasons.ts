import { fill } from '../../eligibility/fill.ts';
import type { Criterion } from './criterion.ts';
import type { FieldData, Fields, Profile } from './field.ts';
import type { CriterionData } from './scoring-rule.ts';

/** Sentences of a reason. */
export interface ReasonWords {
  /** With the placeholders {text} and {date} (YYYY-MM-DD). */
  readonly dated: string;
  /** With the placeholder {label}. */
  readonly missing: { readonly source: string; readonly host: string };
}

/** One criterion of one pair: what it adds to the score, in words, with the answers it rests on. */
export interface Reason {
  readonly criterion: string;
  readonly label: string;
  readonly direction: CriterionData['direction'];
  readonly weight: number;
  /** 0–100; null where an answer is missing, or the weight is 0. */
  readonly points: number | null;
  /** Integer part of the pair's total; null where points are. */
  readonly contribution: number | null;
  /** Ready for a page: 「内科・外科の指導医 6 人（2026-11-20 回答）」. */
  readonly text: string;
  readonly fields: readonly ReasonField[];
}

/** One answer that a reason rests on. */
export interface ReasonField {
  readonly side: 'source' | 'host';
  readonly label: string;
  readonly question: string;
  /** JST day; null where unanswered. */
  readonly answeredOn: string | null;
}

/** Days on which a hospital's fields were answered. */
export type AnsweredOn = (field: string) => string | null;

/** The words of one criterion about one pair; the date is that of the oldest answer it rests on, the partner's first. */
export function reasonText<S extends Fields, H extends Fields>(
  criterion: Criterion<S, H>,
  source: Profile<S>,
  host: Profile<H>,
  known: boolean,
  words: ReasonWords,
  on: { readonly source: AnsweredOn; readonly host: AnsweredOn },
): string {
  const days = {
    source: criterion.reads.source.map(on.source),
    host: criterion.reads.host.map(on.host),
  };
  if (!known) {
    const silent = days.host.includes(null) ? 'host' : 'source';
    return fill(words.missing[silent], { label: criterion.label });
  }
  const [first, second] = criterion.direction === 'for-source' ? [days.host, days.source] : [days.source, days.host];
  const date = oldest(first) ?? oldest(second);
  const text = criterion.says(source, host);
  return date === undefined ? text : fill(words.dated, { text, date });
}

function oldest(days: readonly (string | null)[]): string | undefined {
  let found: string | undefined;
  for (const day of days) if (day !== null && (found === undefined || day < found)) found = day;
  return found;
}

/** The answers that a criterion rests on, the partner's side and the own. */
export function reasonFields<S extends Fields, H extends Fields>(
  criterion: Criterion<S, H>,
  fields: { readonly source: S; readonly host: H },
  on: { readonly source: AnsweredOn; readonly host: AnsweredOn },
): readonly ReasonField[] {
  const told = (side: 'source' | 'host', names: readonly string[], known: Fields): readonly ReasonField[] =>
    names.flatMap((name) => {
      const field: FieldData | undefined = known[name];
      return field ? [{ side, label: field.label, question: field.question, answeredOn: on[side](name) }] : [];
    });
  return [...told('host', criterion.reads.host, fields.host), ...told('source', criterion.reads.source, fields.source)];
}
