import { addDays, dayOfInstant } from '../calendar/day.ts';
import { parseDay } from '../calendar/parse-day.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Rung } from './round.ts';

/** A round as its form was typed. */
export interface TypedPlan {
  readonly title: string;
  readonly due: string;
  readonly release: string;
  readonly ladder: readonly string[];
  readonly officeName: string;
  readonly officeTelephone: string;
}

/** A round's plan as it will be kept. */
export interface Plan {
  readonly title: string;
  readonly due: string;
  readonly release: string;
  readonly ladder: readonly Rung[];
  readonly office: { readonly name: string; readonly telephone: string };
}

/** What is wrong with one field, in words for the person who typed it. */
export interface PlanProblem {
  readonly field: keyof TypedPlan;
  readonly message: string;
}

/** Reads a round's plan; the due day must be after today (JST), and release after the due day. */
export function readPlan(typed: TypedPlan, now: string): Result<Plan, readonly PlanProblem[]> {
  const today = dayOfInstant(now);
  const problems: PlanProblem[] = [];
  const say = (field: keyof TypedPlan, message: string) => problems.push({ field, message });

  const title = typed.title.trim();
  if (title === '') say('title', '調査の名前を入力してください。');
  if ([...title].length > 100) say('title', '調査の名前は100文字以内で入力してください。');

  const due = parseDay(typed.due);
  if (due === undefined) say('due', '回答期限の年月日を、例えば「令和9年1月29日」のように入力してください。');
  else if (due <= today) say('due', '回答期限には、明日より後の日を入力してください。');
  else if (due > addDays(today, 366)) say('due', '回答期限には、今日から1年以内の日を入力してください。');

  const release = parseDay(typed.release);
  if (release === undefined) say('release', '提供日の年月日を、例えば「令和9年2月12日」のように入力してください。');
  else if (due !== undefined && release <= due) say('release', '提供日には、回答期限より後の日を入力してください。');

  const offsets = typed.ladder.map(Number);
  if (offsets.some((offset) => !Number.isInteger(offset) || Math.abs(offset) > 60)) {
    say('ladder', '督促の日は、期限の前後60日以内から選んでください。');
  }
  const name = typed.officeName.trim();
  if (name === '') say('officeName', '問い合わせ先の部署名を入力してください。');
  const telephone = typed.officeTelephone.normalize('NFKC').replace(/[‐‑‒–—―−ー]/g, '-').trim();
  if (!/^0[0-9-]{8,13}$/.test(telephone)) say('officeTelephone', '電話番号を、例えば「03-0000-0000」のように入力してください。');

  if (problems.length > 0 || due === undefined || release === undefined) return refuse(problems);
  const ladder = [...new Set(offsets)].sort((a, b) => a - b).map((offset) => ({ offset }));
  return ok({ title, due, release, ladder, office: { name, telephone } });
}
