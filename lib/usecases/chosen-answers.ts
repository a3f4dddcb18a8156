import { instantOf } from '#lib/core/calendar/day.ts';
import type { Values } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { contactsOf, facetsOf, otherForms } from './facets.ts';
import type { OpenList } from './open-list.ts';
import { valuesOf } from './read-answer.ts';
import { type ReleasedPool, readPool } from './released-pool.ts';

/** Answers of released pools that a warm function has read. */
const known = new WeakMap<ReleasedPool, ReadonlyMap<string, Values>>();

/**
 * The released answers of everybody in a pool to the questions that narrow a list and to those of `contactsOf`, which only hospitals that
 * take requests pass on: whoever shows them must ask that first. Read when a list is first narrowed by an answer or saved. Answers to the edition's other forms stand below the round's own.
 */
export async function chosenAnswers(desk: Desk, opened: OpenList): Promise<ReadonlyMap<string, Values>> {
  const { released, round, edition, survey } = opened;
  const before = known.get(released);
  if (before) return before;
  const questions = new Set([
    ...facetsOf(edition, survey).map(({ question }) => question),
    ...contactsOf(edition, survey).map(({ id }) => id),
  ]);
  const answers = new Map<string, Values>();
  const lay = (told: ReadonlyMap<string, Values>) => {
    for (const [id, values] of told) {
      const kept = Object.entries(values).filter(([question]) => questions.has(question));
      answers.set(id, { ...answers.get(id), ...Object.fromEntries(kept) });
    }
  };
  for (const [id, revisions] of await earlierRounds(desk, opened)) lay(await toldIn(desk, id, revisions));
  lay(await toldIn(desk, round.id, released.revisions));
  known.set(released, answers);
  return answers;
}

async function toldIn(
  { table }: Desk,
  round: string,
  revisions: Readonly<Record<string, number>>,
): Promise<ReadonlyMap<string, Values>> {
  const items = await table.getAll(Object.entries(revisions).map(([id, number]) => keys.revision(round, id, number)));
  return new Map(
    items.map((item) => {
      const { organisation, values } = rows.revision.read(item);
      return [organisation, valuesOf(values)] as const;
    }),
  );
}

/** The rounds of the edition's other forms that had been released by this one's release, the earliest first, with the revisions each passed on. */
async function earlierRounds(
  desk: Desk,
  { round, edition, survey, ranking, released, side }: OpenList,
): Promise<readonly (readonly [string, Readonly<Record<string, number>>])[]> {
  const forms = otherForms(edition, survey);
  if (forms.length === 0) return [];
  const until = round.releasedAt ?? instantOf(ranking.asOf, '23:59');
  const hospitals = (side === 'source' ? released.pool.hosts : released.pool.sources).organisation;
  const pointers = await desk.table.getAll(forms.flatMap(({ id }) => hospitals.map((one) => keys.latest(one, id))));
  const ids = [...new Set(pointers.map((item) => rows.latest.read(item).round))];
  const rounds = (await desk.table.getAll(ids.map((id) => keys.round(id)))).map((item) => rows.round.read(item));
  const passedOn = rounds
    .filter(({ id, releasedAt }) => id !== round.id && releasedAt !== undefined && releasedAt <= until)
    .sort((a, b) => ((a.releasedAt ?? '') < (b.releasedAt ?? '') ? -1 : 1));
  const pools = await Promise.all(passedOn.map((one) => readPool(desk.table, one)));
  return passedOn.map(({ id }, at) => [id, pools[at]?.revisions ?? {}] as const);
}
