import { instantOf } from '#lib/core/calendar/day.ts';
import type { Entry } from '#lib/core/matching/rank/ranking.ts';
import type { Revision } from '#lib/core/rounds/answer.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { answerTo } from '#lib/core/survey/answer.ts';
import { changes } from '#lib/core/survey/changes.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { findSurvey } from './find-survey.ts';
import { closedFor, type OpenList } from './open-list.ts';
import { readPrevious, valuesOf } from './read-answer.ts';
import { readPool } from './released-pool.ts';
import { type VisibleSection, visibleAnswers } from './visible-answers.ts';

/** A partner's released answers to one form, as the viewer may read them. */
export interface SheetPart {
  readonly form: Form;
  readonly answeredAt: string;
  readonly sections: readonly VisibleSection[];
  /** Questions answered otherwise than the time before; absent where that cannot be compared. */
  readonly changed?: { readonly since: string; readonly questions: ReadonlySet<string> };
}

/** 病院シート: all that one hospital may read of a partner in its list. */
export interface Sheet {
  readonly entry: Entry;
  /** Newest answers first; an older part leaves out what a newer one answers. */
  readonly parts: readonly SheetPart[];
}

/** Reads the sheet of one partner; undefined when it is not in the hospital's own list. */
export async function readSheet(desk: Desk, opened: OpenList, partner: string): Promise<Sheet | undefined> {
  const entry = opened.list.entry(partner);
  if (!entry) return undefined;
  const consultable = closedFor(opened, entry) === null;
  const answers = [await ownAnswer(desk, opened, partner), ...(await earlierAnswers(desk, opened, partner))];
  const newest = answers.filter((each) => each !== undefined).sort((a, b) => (a.answeredAt > b.answeredAt ? -1 : 1));
  const without = new Set<string>();
  const parts = newest.map(({ form, revision, ...told }) => {
    const values = valuesOf(revision.values);
    const sections = visibleAnswers(form, values, { consultable, without: new Set(without) });
    for (const { id } of form.sections.flatMap(({ questions }) => questions)) {
      if (answerTo(values, id) !== undefined) without.add(id);
    }
    return { ...told, form, sections };
  });
  return { entry, parts: parts.filter(({ sections }) => sections.length > 0) };
}

interface Answered {
  readonly form: Form;
  readonly revision: Revision;
  readonly answeredAt: string;
  readonly changed?: { readonly since: string; readonly questions: ReadonlySet<string> };
}

/** What the round itself released: the revision that its pool names, never a newer one. */
async function ownAnswer(desk: Desk, opened: OpenList, partner: string): Promise<Answered | undefined> {
  const { round, survey, released } = opened;
  const number = released.revisions[partner];
  if (number === undefined) return undefined;
  const [revision, head] = await Promise.all([
    find(desk.table, rows.revision, keys.revision(round.id, partner, number)),
    find(desk.table, rows.answer, keys.answer(round.id, partner)),
  ]);
  if (!revision) return undefined;
  const form = survey.form;
  const answered = { form, revision, answeredAt: revision.submittedAt };
  const before = head && (await readPrevious(desk.table, head));
  if (!before || before.version !== form.version) return answered;
  const questions = new Set(changes(form, before.values, valuesOf(revision.values)).map(({ question }) => question.id));
  return { ...answered, changed: { since: before.submittedAt, questions } };
}

/** What the partner answered to the edition's other forms, as far as their rounds had passed it on to this side by the release. */
async function earlierAnswers(desk: Desk, opened: OpenList, partner: string): Promise<readonly Answered[]> {
  const { round, edition, survey, ranking } = opened;
  const until = round.releasedAt ?? instantOf(ranking.asOf, '23:59');
  const others = edition.surveys.filter(({ asks, informs, form }) => {
    return asks === survey.asks && informs === survey.informs && form.id !== survey.form.id;
  });
  const pointers = await desk.table.getAll(others.map(({ form }) => keys.latest(partner, form.id)));
  const found = await Promise.all(
    pointers.map(async (item) => {
      const pointer = rows.latest.read(item);
      const asked = await find(desk.table, rows.round, keys.round(pointer.round));
      const form = asked && (await findSurvey(desk, asked))?.survey.form;
      if (!asked || !form || !hasPassedOn(asked, until)) return undefined;
      const revision = await passedOnBy(desk, asked, partner);
      return revision && { form, revision, answeredAt: revision.submittedAt };
    }),
  );
  return found.filter((each) => each !== undefined);
}

const hasPassedOn = ({ releasedAt }: Round, until: string): boolean => releasedAt !== undefined && releasedAt <= until;

/** The revision that its round passed on: corrected after the release, as the last update has it. */
async function passedOnBy({ table }: Desk, round: Round, organisation: string): Promise<Revision | undefined> {
  const number = (await readPool(table, round))?.revisions[organisation];
  if (number !== undefined) return find(table, rows.revision, keys.revision(round.id, organisation, number));
  const items = await allItems(table, { pk: keys.answer(round.id, organisation).pk, prefix: 'REV#' });
  return items
    .map((item) => rows.revision.read(item))
    .findLast(({ submittedAt }) => round.releasedAt !== undefined && submittedAt <= round.releasedAt);
}
