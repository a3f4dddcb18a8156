import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { hospitalJudge } from '#lib/core/eligibility/judge-hospital.ts';
import type { DatedAnswer, Participant } from '#lib/core/matching/rule.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Key } from '#lib/core/ports.ts';
import type { Edition, Side, Survey } from '#lib/core/program.ts';
import { isReleasable } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { valuesOf } from './read-answer.ts';
import type { ReleasedPool } from './released-pool.ts';

/**
 * Gathers what a round passes on: the newest submitted revision of every hospital that answered it, with what both sides
 * last answered to the edition's other forms. Hospitals that did not answer this round are left out.
 */
export async function gatherRelease(
  desk: Desk,
  round: Round,
  { edition, survey }: { readonly edition: Edition; readonly survey: Survey },
  hospitals: readonly Organisation[],
): Promise<ReleasedPool> {
  const answered = await releasable(desk, round.id);
  const revisions = Object.fromEntries(answered);
  const own = await datedAnswers(
    desk,
    [...answered].map(([id, revision]) => keys.revision(round.id, id, revision)),
  );
  const participants = async (side: Side): Promise<Participant[]> => {
    const judge = hospitalJudge(edition);
    const standing = hospitals
      .map((hospital) => ({ hospital, verdict: judge(hospital) }))
      .filter(({ verdict }) => verdict[side] === 'met')
      .filter(({ hospital }) => side !== survey.asks || answered.has(hospital.id));
    const forms = edition.surveys.filter(({ asks }) => asks === side).map(({ form }) => form.id);
    const others = forms.filter((form) => side !== survey.asks || form !== survey.form.id);
    const earlier = await latestAnswers(
      desk,
      standing.map(({ hospital }) => hospital.id),
      others,
    );
    return standing.map(({ hospital, verdict }) => ({
      organisation: hospital,
      class: verdict.class,
      ownPrefectureOnly: verdict.ownPrefectureOnly,
      answers: [...(earlier.get(hospital.id) ?? []), ...(side === survey.asks ? (own.get(hospital.id) ?? []) : [])],
    }));
  };
  const asOf = dayOfInstant(desk.world.now());
  const [sources, hosts] = await Promise.all([participants('source'), participants('destination')]);
  return { pool: edition.matching.pool({ asOf, sources, hosts }), revisions };
}

/** Answers of a round that may be passed on; the index may be stale, so the answers themselves are read. */
async function releasable(desk: Desk, round: string): Promise<Map<string, number>> {
  const listed = await allItems(desk.table, { index: 'gsi1', pk: lists.answersOf(round) });
  const heads = await desk.table.getAll(listed.map(({ pk, sk }) => ({ pk, sk })));
  const answers = heads.map((item) => rows.answer.read(item)).filter(isReleasable);
  return new Map(answers.map(({ organisation, revision }) => [organisation, revision]));
}

async function latestAnswers(
  desk: Desk,
  hospitals: readonly string[],
  forms: readonly string[],
): Promise<Map<string, DatedAnswer[]>> {
  const pointers = await desk.table.getAll(hospitals.flatMap((id) => forms.map((form) => keys.latest(id, form))));
  return datedAnswers(
    desk,
    pointers
      .map((item) => rows.latest.read(item))
      .map(({ round, organisation, revision }) => keys.revision(round, organisation, revision)),
  );
}

async function datedAnswers(desk: Desk, revisions: readonly Key[]): Promise<Map<string, DatedAnswer[]>> {
  const found = await desk.table.getAll(revisions);
  const answers = new Map<string, DatedAnswer[]>();
  for (const item of found) {
    const { organisation, form, submittedAt, values } = rows.revision.read(item);
    const dated = { form: form.id, answeredOn: dayOfInstant(submittedAt), values: valuesOf(values) };
    answers.set(organisation, [...(answers.get(organisation) ?? []), dated]);
  }
  return answers;
}
