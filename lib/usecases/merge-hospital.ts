import { emptyChain } from '#lib/core/audit/entry.ts';
import { comparable } from '#lib/core/notices/dead-address.ts';
import { type Organisation, stands } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { may } from '#lib/core/permission/table.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { owes, waived } from '#lib/core/rounds/answer.ts';
import { isUnderWay } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import { changeAnswer } from './change-answer.ts';
import type { Desk } from './desk.ts';
import { allRounds } from './read-round.ts';

export type MergeRefused = {
  readonly kind:
    | 'no-such-hospital'
    | 'itself'
    | 'already-merged'
    | 'survivor-merged'
    | 'too-many-rounds'
    | 'moved-meanwhile';
};

/** Most rounds in which a hospital that is merged may still owe an answer: each takes two of the 100 writes of a transaction, the merger itself four. */
export const mostRoundsOwed = 48;

/**
 * A hospital merged into another (統合): it is asked no more, and what it still owed is not needed. What it submitted stays its own,
 * for an answer speaks of one hospital. Those of its contacts that are named, by address, stand behind the other's from now on.
 * Pressed twice, it is done once.
 */
export async function mergeHospital(
  desk: Desk,
  actor: Actor,
  wish: {
    readonly from: string;
    readonly into: string;
    readonly contacts?: readonly string[];
    readonly request: string;
  },
): Promise<Result<Organisation, MergeRefused>> {
  const { table, world } = desk;
  const [from, into] = await Promise.all([hospitalOf(desk, actor, wish.from), hospitalOf(desk, actor, wish.into)]);
  if (!from || !into) return refuse({ kind: 'no-such-hospital' });
  if (from.id === into.id) return refuse({ kind: 'itself' });
  if (from.mergedInto === into.id) return ok(from);
  if (!stands(from)) return refuse({ kind: 'already-merged' });
  if (!stands(into)) return refuse({ kind: 'survivor-merged' });
  const at = world.now();
  const rounds = (await allRounds(desk)).filter(isUnderWay);
  const answers = (await table.getAll(rounds.map(({ id }) => keys.answer(id, from.id))))
    .map((item) => rows.answer.read(item))
    .filter(({ state }) => owes(state));
  if (answers.length > mostRoundsOwed) return refuse({ kind: 'too-many-rounds' });
  const reason = `${into.name}への統合のため。`;
  const ended = answers.flatMap((before) => {
    const next = waived(before, reason, wish.request);
    const detail = { revision: before.revision, reason };
    return next.ok ? changeAnswer(before, next.value, { at, actor, act: 'answer.waive', detail }).writes : [];
  });
  const after: Organisation = { ...from, mergedInto: into.id, version: from.version + 1 };
  const written = await table.commit([
    { put: rows.organisation.item(after), expect: { equals: { version: from.version } } },
    trailOf(desk, actor, after, 'organisation.merge', { into: into.id }),
    ...takenOver(desk, actor, from, into, wish.contacts ?? []),
    ...ended,
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}

/** The survivor with those of the other's contacts that were named and that it does not know yet; unchanged, only held to its version, where there are none. */
function takenOver(
  desk: Desk,
  actor: Actor,
  from: Organisation,
  into: Organisation,
  named: readonly string[],
): readonly Write[] {
  const known = new Set(into.contacts.map(({ email }) => comparable(email)));
  const wanted = new Set(named.map(comparable));
  const more = from.contacts.filter(({ email }) => wanted.has(comparable(email)) && !known.has(comparable(email)));
  const expect = { equals: { version: into.version } };
  if (more.length === 0) return [{ check: keys.organisation(into.id), expect }];
  const after: Organisation = { ...into, contacts: [...into.contacts, ...more], version: into.version + 1 };
  const detail = { from: from.id, contacts: more.map(({ name }) => name).join('、') };
  return [
    { put: rows.organisation.item(after), expect },
    trailOf(desk, actor, after, 'organisation.take-contacts', detail),
  ];
}

/** Takes a merger back: the hospital is asked again from the next round on. What was not needed meanwhile stays so, and so do contacts that the other took over. */
export async function partHospital(desk: Desk, actor: Actor, id: string): Promise<Result<Organisation, MergeRefused>> {
  const before = await hospitalOf(desk, actor, id);
  if (!before) return refuse({ kind: 'no-such-hospital' });
  if (before.mergedInto === undefined) return ok(before);
  const { mergedInto: into, ...own } = before;
  const after: Organisation = { ...own, version: before.version + 1 };
  const written = await desk.table.commit([
    { put: rows.organisation.item(after), expect: { equals: { version: before.version } } },
    trailOf(desk, actor, after, 'organisation.part', { into }),
  ]);
  return written.ok ? ok(after) : refuse({ kind: 'moved-meanwhile' });
}

/** A hospital that this person may merge; whether another is in the register is not told. */
async function hospitalOf({ table }: Desk, actor: Actor, id: string): Promise<Organisation | undefined> {
  const found = await find(table, rows.organisation, keys.organisation(id));
  return found?.kind === 'hospital' && may(actor, 'organisation.merge', found) ? found : undefined;
}

/** Each merger, each taking back and each taking over of contacts has an audit chain of its own: a hospital's row carries none. */
const trailOf = (
  { world }: Desk,
  actor: Actor,
  { id, version }: Organisation,
  act: string,
  detail: Readonly<Record<string, string>>,
): Write =>
  audited(emptyChain, { aggregate: `organisation#${id}#${version}`, at: world.now(), actor, act, detail }).write;
