import { judgeHospital, type Verdict } from '#lib/core/eligibility/judge-hospital.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { AreaEdition, Program } from '#lib/core/program.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { AreaDesk } from './desk.ts';
import { findSurvey } from './find-survey.ts';

/** Why one hospital takes part in a round's scheme, or does not. */
export interface OwnVerdict {
  readonly round: Round;
  readonly program: Program<AreaEdition>;
  readonly edition: AreaEdition;
  readonly hospital: Organisation;
  readonly verdict: Verdict;
}

/** Judges one hospital by the edition of a round; undefined when there is no such round or hospital. */
export async function ownVerdict(
  desk: AreaDesk,
  roundId: string,
  organisation: string,
): Promise<OwnVerdict | undefined> {
  const [round, hospital] = await Promise.all([
    find(desk.table, rows.round, keys.round(roundId)),
    find(desk.table, rows.organisation, keys.organisation(organisation)),
  ]);
  const found = round && (await findSurvey(desk, round));
  if (!round || !hospital || !found) return undefined;
  const { program, edition } = found;
  return { round, program, edition, hospital, verdict: judgeHospital(edition, hospital) };
}
