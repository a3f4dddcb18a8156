import { plainDay } from '../../calendar/show-day.ts';
import { fill } from '../../eligibility/fill.ts';
import type { Criterion } from './criterion.ts';
import type { Fields, Profile } from './field.ts';
import type { Pool, PoolColumns } from './pool.ts';
import type { CriterionData } from './scoring-rule.ts';

/** Sentences of a reason. */
export interface ReasonWords {
  /** With the placeholders {text} and {date} (2027年4月1日). */
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
  /** Ready for a page: 「内科・外科の指導医 6人（2026年11月20日回答）」. */
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

/** Tells reasons about one opened pool. Rows are indices of each side's profiles. */
export interface Teller<S extends Fields, H extends Fields> {
  text(column: number, known: boolean, pair: Pair<S, H>): string;
  fields(column: number, pair: Pair<S, H>): readonly ReasonField[];
}

/** Both profiles of a pair, with their rows in the pool. */
export interface Pair<S extends Fields, H extends Fields> {
  readonly source: Profile<S>;
  readonly sourceRow: number;
  readonly host: Profile<H>;
  readonly hostRow: number;
}

type Days = readonly (readonly number[])[];

/** Arranges a pool's days for telling. The date of a reason is that of the oldest answer it rests on, the partner's before one's own. */
export function teller<S extends Fields, H extends Fields>(
  criteria: readonly Criterion<S, H>[],
  fields: { readonly source: S; readonly host: H },
  words: ReasonWords,
  pool: Pool,
): Teller<S, H> {
  const columns = (side: PoolColumns, names: readonly string[]): Days => names.map((name) => side.on[name] ?? []);
  const plans = criteria.map((criterion) => {
    const days = {
      source: columns(pool.sources, criterion.reads.source),
      host: columns(pool.hosts, criterion.reads.host),
    };
    const missing = {
      source: fill(words.missing.source, { label: criterion.label }),
      host: fill(words.missing.host, { label: criterion.label }),
    };
    return { criterion, days, missing };
  });
  const [before = '', middle = '', after = ''] = words.dated.split(/\{text\}|\{date\}/);
  return {
    text(column, known, { source, sourceRow, host, hostRow }) {
      const plan = plans[column];
      if (!plan) return '';
      if (!known) return unanswered(plan.days.host, hostRow) ? plan.missing.host : plan.missing.source;
      const [ofHost, ofSource] = [oldest(plan.days.host, hostRow), oldest(plan.days.source, sourceRow)];
      const [first, second] = plan.criterion.direction === 'for-source' ? [ofHost, ofSource] : [ofSource, ofHost];
      const date = pool.days[first] ?? pool.days[second];
      const text = plan.criterion.says(source, host);
      return date === undefined ? text : before + text + middle + plainDay(date) + after;
    },
    fields(column, { sourceRow, hostRow }) {
      const reads = criteria[column]?.reads;
      const told = (side: 'source' | 'host', names: readonly string[], known: Fields, from: PoolColumns, row: number) =>
        names.flatMap((name): readonly ReasonField[] => {
          const field = known[name];
          const answeredOn = pool.days[from.on[name]?.[row] ?? UNANSWERED] ?? null;
          return field ? [{ side, label: field.label, question: field.question, answeredOn }] : [];
        });
      return [
        ...told('host', reads?.host ?? [], fields.host, pool.hosts, hostRow),
        ...told('source', reads?.source ?? [], fields.source, pool.sources, sourceRow),
      ];
    },
  };
}

const UNANSWERED = -1;

const unanswered = (fields: Days, row: number): boolean =>
  fields.some((days) => (days[row] ?? UNANSWERED) === UNANSWERED);

/** Index of the oldest day among the fields that were answered; past the last day where none was. */
function oldest(fields: Days, row: number): number {
  let found = Number.MAX_SAFE_INTEGER;
  for (const days of fields) {
    const day = days[row] ?? UNANSWERED;
    if (day !== UNANSWERED && day < found) found = day;
  }
  return found;
}
