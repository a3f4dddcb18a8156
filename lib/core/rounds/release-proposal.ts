import * as z from 'zod/mini';
import { text } from '../shapes.ts';
import { type AnswerStanding, isReleasable } from './answer.ts';

/** One person's word that a round's answers may be handed on, for somebody else to confirm; what it `covers` is a digest of what it was given for. */
export const releaseProposal = z.object({
  /** Account that gave it. */
  by: text,
  name: text,
  at: text,
  covers: text,
});
export type ReleaseProposal = z.infer<typeof releaseProposal>;

/** Some answers by whose they are and which revision they stand at, in no order but their own. */
export const revisionsIn = (answers: readonly AnswerStanding[]): string =>
  answers
    .map(({ organisation, revision }) => `${organisation}#${revision}`)
    .sort()
    .join('\n');

/** What a release would pass on now: whose answer, and which revision of it. */
export const passedOn = (answers: readonly AnswerStanding[]): string => revisionsIn(answers.filter(isReleasable));

/** How a proposal stands before one person: `lapsed` when answers changed since, `own` for who gave it, `given` for everybody else, who may confirm it. */
export type ProposalStanding = 'none' | 'lapsed' | 'own' | 'given';

/** Judges a proposal by what would be passed on now; two people release, so nobody confirms their own. */
export function standingOf(proposal: ReleaseProposal | undefined, covers: string, person: string): ProposalStanding {
  if (!proposal) return 'none';
  if (proposal.covers !== covers) return 'lapsed';
  return proposal.by === person ? 'own' : 'given';
}
