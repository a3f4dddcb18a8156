import type { Choice, Column, Form, Mapping, Question } from '../form.ts';
import { askedIn } from './form-changes.ts';

/** What staff declare when they publish of how answers to the version before reach the next. */
export interface Declared {
  /** By new question: the old one whose answers it takes. */
  readonly from: Readonly<Record<string, string>>;
  /** Kept questions that are asked anew. */
  readonly anew: readonly string[];
  /** By `codeField`: the new choice that an old one becomes, `=` before its code, or `dropped`. */
  readonly codes: Readonly<Record<string, string>>;
}

/** Declares that answers with an old choice are not taken over. */
export const dropped = 'drop';

/** Name of the place of one old choice; no id of a question holds a stop. */
const codeField = (question: string, code: string): string => `${question}.${code}`;

/** What was declared, read back from the mapping that it became. */
export function declaredIn({ questions = {}, codes = {} }: Mapping): Declared {
  const sources = Object.entries(questions);
  return {
    from: Object.fromEntries(sources.flatMap(([id, from]) => (from === null ? [] : [[id, from] as const]))),
    anew: sources.flatMap(([id, from]) => (from === null ? [id] : [])),
    codes: Object.fromEntries(
      Object.entries(codes).flatMap(([id, table]) =>
        Object.entries(table).map(([code, to]) => [codeField(id, code), to === null ? dropped : `=${to}`] as const),
      ),
    ),
  };
}

/** An old choice that the next version does not offer under the same words. */
export interface OldChoice {
  readonly field: string;
  /** Label of the question or column. */
  readonly question: string;
  readonly label: string;
  /** The choices that it can become. */
  readonly choices: readonly Choice[];
  /** What was declared, or what stands to reason where nothing was; '' where it must be decided. */
  readonly becomes: string;
}

/** How answers to the version before reach the next, as far as it was declared. */
export interface Carrying {
  readonly mapping: Mapping | undefined;
  readonly choices: readonly OldChoice[];
  /** What of the answers is not taken over, a line each; a choice that is still to be decided counts as lost. */
  readonly losses: readonly string[];
}

interface Pair<Q extends Question = Question> {
  readonly now: Q;
  readonly old: Q;
}

/** Works out from what was declared how answers reach the next version and what is lost; what is not in the two forms is left out. */
export function carryingOf(before: Form, after: Form, declared: Declared): Carrying {
  const fresh = anewIn(before, after, declared);
  const pairs = pairsOf(before, after, declared, fresh);
  const cells = pairs.flatMap(columnPairs);
  const codes = [...pairs, ...cells].map((pair) => ({ pair, ...codesOf(pair, declared.codes) }));
  const tables = codes.filter(({ table }) => Object.keys(table).length > 0);
  const renamed = [...pairs, ...cells].filter(({ now, old }) => now.id !== old.id);
  const anew = [...fresh].map((id) => [id, null] as const);
  const questions = Object.fromEntries([...anew, ...renamed.map(({ now, old }) => [now.id, old.id] as const)]);
  const mapping: Mapping = {
    ...(Object.keys(questions).length > 0 ? { questions } : {}),
    ...(tables.length > 0 ? { codes: Object.fromEntries(tables.map(({ pair, table }) => [pair.now.id, table])) } : {}),
  };
  return {
    mapping: Object.keys(mapping).length > 0 ? mapping : undefined,
    choices: codes.flatMap(({ choices }) => choices),
    losses: [...lostQuestions(before, fresh, pairs), ...codes.flatMap(({ lost }) => lost)],
  };
}

/** Ids of the kept questions that are asked anew. */
function anewIn(before: Form, after: Form, { anew }: Declared): ReadonlySet<string> {
  const old = new Set(askedIn(before).map(({ id }) => id));
  return new Set(askedIn(after).flatMap(({ id }) => (old.has(id) && anew.includes(id) ? [id] : [])));
}

function pairsOf(before: Form, after: Form, declared: Declared, anew: ReadonlySet<string>): readonly Pair[] {
  const old = new Map(askedIn(before).map((question) => [question.id, question]));
  return askedIn(after).flatMap((now): readonly Pair[] => {
    const own = old.get(now.id);
    if (own) return anew.has(now.id) ? [] : [{ now, old: own }];
    const from = Object.hasOwn(declared.from, now.id) ? old.get(declared.from[now.id] ?? '') : undefined;
    return from?.kind === now.kind ? [{ now, old: from }] : [];
  });
}

/** Columns of tables that answer to each other: by id, and where another table is taken over by their words. */
function columnPairs({ now, old }: Pair): readonly Pair<Column>[] {
  if (now.kind !== 'table' || old.kind !== 'table') return [];
  return now.columns.flatMap((column): readonly Pair<Column>[] => {
    const same = old.columns.find(({ id }) => id === column.id);
    const own = now.id === old.id ? same : undefined;
    const alike = old.columns.find(({ kind, label }) => kind === column.kind && label === column.label);
    const source = own ?? (now.id === old.id ? undefined : (alike ?? same));
    return source ? [{ now: column, old: source }] : [];
  });
}

interface Codes {
  readonly table: Readonly<Record<string, string | null>>;
  readonly choices: readonly OldChoice[];
  readonly lost: readonly string[];
}

function codesOf({ now, old }: Pair, declared: Declared['codes']): Codes {
  if (!('choices' in now) || !('choices' in old)) return { table: {}, choices: [], lost: [] };
  const kept = now.id === old.id;
  const read = old.choices.map(({ code, label }) => {
    const alike = now.choices.find((choice) => choice.label === label);
    const same = kept ? now.choices.find((choice) => choice.code === code) : undefined;
    const sure = same?.label === label ? same : same ? undefined : alike;
    if (sure) return { code, label, to: sure.code, choice: undefined };
    const field = codeField(now.id, code);
    const typed = Object.hasOwn(declared, field) ? (declared[field] ?? '') : same ? `=${same.code}` : '';
    const to = now.choices.find((choice) => typed === `=${choice.code}`)?.code ?? null;
    const becomes = to === null && typed !== dropped ? '' : typed;
    return { code, label, to, choice: { field, question: now.label, label, choices: now.choices, becomes } };
  });
  return {
    table: Object.fromEntries(read.filter(({ code, to }) => to !== code).map(({ code, to }) => [code, to])),
    choices: read.flatMap(({ choice }) => (choice ? [choice] : [])),
    lost: read.flatMap(({ label, to }) => (to === null ? [`「${old.label}」で「${label}」を選んだ回答`] : [])),
  };
}

function lostQuestions(before: Form, anew: ReadonlySet<string>, pairs: readonly Pair[]): readonly string[] {
  const taken = new Set(pairs.map(({ old }) => old.id));
  const gone = askedIn(before).filter(({ id }) => !taken.has(id));
  return [
    ...gone.map(({ id, label }) => `「${label}」の回答${anew.has(id) ? '（新しく聞きます）' : ''}`),
    ...pairs
      .filter(({ now, old }) => isNarrower(now, old))
      .map(({ old }) => `「${old.label}」の回答のうち、新しい決まりに合わないもの`),
    ...pairs.flatMap((pair) => lostColumns(pair)),
  ];
}

function lostColumns(pair: Pair): readonly string[] {
  const { old } = pair;
  if (old.kind !== 'table') return [];
  const cells = columnPairs(pair);
  const gone = old.columns.filter(({ id }) => !cells.some((cell) => cell.old.id === id));
  const narrow = cells.filter((cell) => isNarrower(cell.now, cell.old));
  return [
    ...gone.map(({ label }) => `「${old.label}」の列「${label}」の回答`),
    ...narrow.map((cell) => `「${old.label}」の列「${cell.old.label}」の回答のうち、新しい決まりに合わないもの`),
  ];
}

const least = ['min', 'start'] as const;
const most = ['max', 'end', 'maxLength', 'digits', 'maxRows', 'maxFiles'] as const;
const exact = ['kind', 'purpose', 'step', 'accept'] as const;

/** Whether a question refuses answers that it accepted before; a rule that was merely put otherwise counts too. */
function isNarrower(now: Question, old: Question): boolean {
  const at = (question: Question, key: string): unknown => Object.entries(question).find(([name]) => name === key)?.[1];
  const order = (key: string): number => compared(at(now, key), at(old, key));
  return (
    least.some((key) => at(now, key) !== undefined && (at(old, key) === undefined || order(key) > 0)) ||
    most.some((key) => at(now, key) !== undefined && (at(old, key) === undefined || order(key) < 0)) ||
    exact.some((key) => at(now, key) !== at(old, key))
  );
}

/** Orders numbers, numbers as text, and days. */
function compared(a: unknown, b: unknown): number {
  const [x, y] = [Number(a), Number(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
