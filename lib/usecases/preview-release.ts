import { hospitalJudge } from '#lib/core/eligibility/judge-hospital.ts';
import type { AreaEdition, FoundSurvey } from '#lib/core/program.ts';
import type { AnswerStanding } from '#lib/core/rounds/answer.ts';
import { isReleasable } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import type { AreaDesk } from './desk.ts';
import { findSurvey } from './find-survey.ts';
import { allHospitals } from './invitation.ts';

/** What releasing a round now would pass on, and to how many. */
export interface ReleasePreview {
  /** Hospitals whose newest submitted answer is passed on, 病院. */
  readonly passedOn: number;
  /** Of those, not yet approved by their prefecture. */
  readonly unapproved: number;
  /** Hospitals left out: not submitted, sent back, or not needed. */
  readonly leftOut: number;
  /** Partners that are told at most; one whose list comes out empty is not written to. */
  readonly informed: number;
  /** Partners without an address. */
  readonly withoutAddress: number;
}

/** Counts what a release would do, by the same rule that the release itself uses. */
export async function previewRelease(
  desk: AreaDesk,
  round: Round,
  answers: readonly AnswerStanding[],
): Promise<ReleasePreview> {
  const found = await findSurvey(desk, round);
  const releasable = answers.filter(isReleasable);
  const partners = found ? await partnersOf(desk, found) : [];
  return {
    passedOn: releasable.length,
    unapproved: releasable.filter(({ state }) => state !== 'approved').length,
    leftOut: answers.length - releasable.length,
    informed: partners.length,
    withoutAddress: partners.filter(({ contacts }) => contacts.length === 0).length,
  };
}

async function partnersOf(desk: AreaDesk, { program, edition, survey: { informs } }: FoundSurvey<AreaEdition>) {
  if (!informs) return [];
  const judge = hospitalJudge(edition);
  return (await allHospitals(desk))
    .filter((hospital) => judge(hospital)[informs] === 'met')
    .filter(({ takesPart }) => informs === 'destination' || takesPart?.includes(program.id));
}
