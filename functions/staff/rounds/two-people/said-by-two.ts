import { field, type PageRequest } from '#functions/site/request.ts';
import { movedWords } from '#functions/staff/components/moved-words.ts';
import type { Result } from '#lib/core/result.ts';
import type { ProposalStanding } from '#lib/core/rounds/release-proposal.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { TwoRefused } from '#lib/usecases/two-people.ts';

/** How pages speak of something that two people do. */
export interface TwoWords {
  /** What they do (提供, 更新). */
  readonly act: string;
  /** What must not change between the two. */
  readonly changes: string;
  /** Said where there is nothing to do. */
  readonly nothing: string;
}

/** One person's word by the button of the page: the round as the act left it, or why it was not done. */
export async function saidByTwo(
  request: PageRequest,
  words: TwoWords,
  act: () => Promise<Result<Round, TwoRefused>>,
): Promise<Round | string> {
  if (field(request, 'confirm') !== 'yes') return `${words.act}する内容を確かめたら、印を付けてください。`;
  const done = await act();
  if (done.ok) return done.value;
  if (done.error.kind === 'nothing-to-release') return words.nothing;
  return done.error.kind === 'not-given' ? standingWords(words)[done.error.standing] : movedWords(done.error);
}

const standingWords = ({ act, changes }: TwoWords): Readonly<Record<ProposalStanding, string>> => ({
  none: `${act}には、先に別の担当者の依頼が必要です。`,
  lapsed: `確かめている間に${changes}が変わりました。いまの内容をもう一度確かめてください。`,
  own: `依頼した本人は確認できません。別の担当者がこのページで確かめると、${act}されます。`,
  given: `別の担当者がすでに${act}を依頼しています。内容を確かめてください。`,
});
