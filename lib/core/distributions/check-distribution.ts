import { officeProblems, type TypedOffice } from '../notices/check-office.ts';
import type { Audience } from './audience.ts';

/** Longest title and covering note, characters; mail programs cut a subject at about 70. */
export const longest = { title: 80, note: 4000 } as const;

export interface DistributionProblem {
  readonly field: string;
  readonly message: string;
}

/** What is wrong with a document as typed: each problem at its field. */
export function checkDistribution(
  typed: TypedOffice & { readonly title: string; readonly note: string; readonly audience: Pick<Audience, 'roles'> },
): readonly DistributionProblem[] {
  const problems: DistributionProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  const [title, note] = [typed.title.trim(), typed.note.trim()];
  if (title === '') say('title', '件名を入力してください。');
  if (/[\p{Cc}\u2028\u2029]/u.test(title)) say('title', '件名は、改行を入れずに1行で入力してください。');
  if ([...title].length > longest.title) say('title', `件名は${longest.title}文字以内で入力してください。`);
  if (note === '') say('note', '送付文を入力してください。');
  if ([...note].length > longest.note)
    say('note', `送付文は${longest.note.toLocaleString('en')}文字以内で入力してください。`);
  problems.push(...officeProblems(typed));
  if (typed.audience.roles.length === 0) say('roles', '配布先を1つ以上選んでください。');
  return problems;
}
