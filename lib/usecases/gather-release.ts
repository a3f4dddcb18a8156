import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { hospitalJudge } from '#lib/core/eligibility/judge-hospital.ts';
import { replaceInPool } from '#lib/core/matching/rank/replace-in-pool.ts';
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

/** The survey whose answers are gathered, and by whose rules. */
interface Asked {
  readonly edition: Edition;
  readonly survey: Survey;
}

/**
 * Gathers what a round passes on: the newest submitted revision of every hospital that answered it, with what both sides
 * last answered to the edition's other forms. Hospitals that did not answer this round are left out.
 */
export async function gatherRelease(
  desk: Desk,
  round: Round,
  found: Asked,
  hospitals: readonly Organisation[],
): Promise<ReleasedPool> {
  const answered = await releasable(desk, round.id);
  const standing = (side: Side) =>
    judged(found.edition, hospitals)
      .filter(({ verdict }) => verdict[side] === 'met')
      .filter(({ hospital }) => side !== found.survey.asks || answered.has(hospital.id));
  const participants = (side: Side) => participantsOf(desk, round, found, answered, side, standing(side));
  const asOf = dayOfInstant(desk.world.now());
  const [sources, hosts] = await Promise.all([participants('source'), participants('destination')]);
  return { pool: found.edition.matching.pool({ asOf, sources, hosts }), revisions: Object.fromEntries(answered) };
}

/** What was released, with the corrected answers of a few hospitals in the place of their earlier ones; all else stays as it was released. Who takes part is judged anew only where a hospital was not in it. */
export async function gatherUpdate(
  desk: Desk,
  round: Round,
  found: Asked,
  before: ReleasedPool,
  revisions: Readonly<Record<string, number>>,
  at: string,
): Promise<ReleasedPool> {
  const { survey, edition } = found;
  const ids = Object.keys(revisions);
  const hospitals = (await desk.table.getAll(ids.map((id) => keys.organisation(id)))).map((item) =>
    rows.organisation.read(item),
  );
  const side = survey.asks === 'source' ? 'source' : 'destination';
  const there = new Set(before.pool[side === 'source' ? 'sources' : 'hosts'].organisation);
  const standing = judged(edition, hospitals).filter(
    ({ hospital, verdict }) => there.has(hospital.id) || verdict[side] === 'met',
  );
  const answered = new Map(Object.entries(revisions));
  const own = await participantsOf(desk, round, found, answered, side, standing);
  const [sources, hosts] = side === 'source' ? [own, []] : [[], own];
  const fresh = edition.matching.pool({ asOf: before.pool.asOf, sources, hosts });
  const changed = standing.map(({ hospital }) => hospital).sort(byId);
  const passedOn = changed.flatMap(({ id }) => {
    const revision = answered.get(id);
    return revision === undefined ? [] : [[id, revision] as const];
  });
  return {
    pool: replaceInPool(before.pool, fresh, new Set(changed.map(({ id }) => id))),
    revisions: { ...before.revisions, ...Object.fromEntries(passedOn) },
    corrected: [
      ...(before.corrected ?? []),
      ...changed.map(({ id, name }) => ({ organisation: id, name, at, first: !there.has(id) })),
    ],
  };
}

const byId = (a: Organisation, b: Organisation) => (a.id < b.id ? -1 : 1);

const judged = (edition: Edition, hospitals: readonly Organisation[]) => {
  const judge = hospitalJudge(edition);
  return hospitals.map((hospital) => ({ hospital, verdict: judge(hospital) }));
};

/** One side with its answers: to this round where it is the side that was asked, and the last to the edition's other forms. */
async function participantsOf(
  desk: Desk,
  round: Round,
  { edition, survey }: Asked,
  answered: ReadonlyMap<string, number>,
  side: Side,
  standing: ReturnType<typeof judged>,
): Promise<Participant[]> {
  const asked = side === survey.asks;
  const forms = edition.surveys.filter(({ asks }) => asks === side).map(({ form }) => form.id);
  const others = forms.filter((form) => !asked || form !== survey.form.id);
  const ids = standing.map(({ hospital }) => hospital.id);
  const earlier = await latestAnswers(desk, ids, others);
  const revisions = asked ? [...answered].map(([id, revision]) => keys.revision(round.id, id, revision)) : [];
  const own = await datedAnswers(desk, revisions);
  return standing.map(({ hospital, verdict }) => ({
    organisation: hospital,
    class: verdict.class,
    ownPrefectureOnly: verdict.ownPrefectureOnly,
    answers: [...(earlier.get(hospital.id) ?? []), ...(own.get(hospital.id) ?? [])],
  }));
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
