import { officeProblems, type TypedOffice } from '../notices/check-office.ts';
import { lineProblems, textProblems } from '../notices/wording.ts';
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
  for (const message of lineProblems('件名', title, longest.title)) say('title', message);
  for (const message of textProblems('送付文', note, longest.note)) say('note', message);
  problems.push(...officeProblems(typed));
  if (typed.audience.roles.length === 0) say('roles', '配布先を1つ以上選んでください。');
  return problems;
}
