import { addDays, type Day, dayOfInstant } from '../calendar/day.ts';
import { parseDay } from '../calendar/parse-day.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Rung } from './round.ts';

/** A round as its form was typed. */
export interface TypedPlan {
  readonly title: string;
  /** '' or absent where no day is planned on which the hospitals will be asked. */
  readonly opening?: string;
  readonly due: string;
  /** Absent where the answers are handed to nobody. */
  readonly release?: string;
  readonly ladder: readonly string[];
  readonly officeName: string;
  readonly officeTelephone: string;
}

/** A round's plan as it will be kept. */
export interface Plan {
  readonly title: string;
  readonly opening: string | undefined;
  readonly due: string;
  readonly release?: string;
  readonly ladder: readonly Rung[];
  readonly office: { readonly name: string; readonly telephone: string };
}

/** What is wrong with one field, in words for the person who typed it. */
export interface PlanProblem {
  readonly field: keyof TypedPlan;
  readonly message: string;
}

/** Longest title and office name, characters; the title stands in the subject of every mail. */
const longest = { title: 100, officeName: 60 } as const;

/** Most days between today and the due day, between the due day and release, and between a rung and the due day. */
const furthest = { due: 366, release: 366, rung: 60 } as const;

/** Reads a round's plan; the due day must be after today (JST), release after the due day, and the day of asking, if any is planned, from today to before the due day. */
export function readPlan(typed: TypedPlan, now: string): Result<Plan, readonly PlanProblem[]> {
  const today = dayOfInstant(now);
  const typedOpening = typed.opening?.trim() ?? '';
  const opening = typedOpening === '' ? undefined : parseDay(typedOpening);
  const due = parseDay(typed.due);
  const release = typed.release === undefined ? undefined : parseDay(typed.release);
  const offsets = typed.ladder.map(Number);
  const title = typed.title.trim();
  const name = typed.officeName.trim();
  const telephone = cleanTelephone(typed.officeTelephone);
  const problems = [
    ...about('title', titleProblem(title)),
    ...(typedOpening === '' ? [] : about('opening', openingProblem(opening, due, today))),
    ...about('due', dueProblem(due, today)),
    ...(typed.release === undefined ? [] : about('release', releaseProblem(release, due))),
    ...about('ladder', ladderProblem(offsets)),
    ...about('officeName', officeProblem(name)),
    ...about('officeTelephone', telephoneProblem(telephone)),
  ];
  if (problems.length > 0 || due === undefined) return refuse(problems);
  const ladder = [...new Set(offsets)].sort((a, b) => a - b).map((offset) => ({ offset }));
  return ok({
    title,
    opening,
    due,
    ...(release === undefined ? {} : { release }),
    ladder,
    office: { name, telephone },
  });
}

const about = (field: keyof TypedPlan, message: string | undefined): readonly PlanProblem[] =>
  message === undefined ? [] : [{ field, message }];

const lengthOf = (text: string): number => [...text].length;
const hasBreak = (text: string): boolean => /[\p{Cc}\u2028\u2029]/u.test(text);

function titleProblem(title: string): string | undefined {
  if (title === '') return '調査の名前を入力してください。';
  if (lengthOf(title) > longest.title) return `調査の名前は${longest.title}文字以内で入力してください。`;
  if (hasBreak(title)) return '調査の名前は、改行を入れずに1行で入力してください。';
  return undefined;
}

function openingProblem(opening: Day | undefined, due: Day | undefined, today: Day): string | undefined {
  if (opening === undefined) return '依頼の予定日の年月日を、例えば「令和8年12月15日」のように入力してください。';
  if (opening < today) return '依頼の予定日には、今日以後の日を入力してください。';
  if (due !== undefined && opening >= due) return '依頼の予定日には、回答期限より前の日を入力してください。';
  return undefined;
}

/** Why a day cannot be a round's due day, seen from today (JST); undefined when it can. */
export function dueProblem(due: Day | undefined, today: Day): string | undefined {
  if (due === undefined) return '回答期限の年月日を、例えば「令和9年1月29日」のように入力してください。';
  if (due <= today) return '回答期限には、明日以降の日を入力してください。';
  if (due > addDays(today, furthest.due)) return '回答期限には、今日から1年以内の日を入力してください。';
  return undefined;
}

function releaseProblem(release: Day | undefined, due: Day | undefined): string | undefined {
  if (release === undefined) return '提供日の年月日を、例えば「令和9年2月12日」のように入力してください。';
  if (due === undefined) return undefined;
  if (release <= due) return '提供日には、回答期限より後の日を入力してください。';
  if (release > addDays(due, furthest.release)) return '提供日には、回答期限から1年以内の日を入力してください。';
  return undefined;
}

const ladderProblem = (offsets: readonly number[]): string | undefined =>
  offsets.some((offset) => !Number.isInteger(offset) || Math.abs(offset) > furthest.rung)
    ? `督促の日は、期限の前後${furthest.rung}日以内から選んでください。`
    : undefined;

function officeProblem(name: string): string | undefined {
  if (name === '') return '問い合わせ先の部署名を入力してください。';
  if (lengthOf(name) > longest.officeName)
    return `問い合わせ先の部署名は${longest.officeName}文字以内で入力してください。`;
  if (hasBreak(name)) return '問い合わせ先の部署名は、改行を入れずに1行で入力してください。';
  return undefined;
}

const cleanTelephone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .trim();

function telephoneProblem(telephone: string): string | undefined {
  const digits = telephone.replaceAll('-', '').length;
  const likely = /^0[0-9]+(-[0-9]+)*$/.test(telephone) && digits >= 9 && digits <= 11;
  return likely ? undefined : '電話番号を、例えば「03-0000-0000」のように入力してください。';
}
