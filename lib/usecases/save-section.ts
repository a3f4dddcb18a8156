import { dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, type Draft, hearing, isEditable, progressed } from '#lib/core/rounds/answer.ts';
import { takesAnswer } from '#lib/core/rounds/takes-answer.ts';
import { answerTo, codesOf, otherId, sameValue } from '#lib/core/survey/answer.ts';
import { type AnsweredFile, filesIn, readFileText } from '#lib/core/survey/file-answer.ts';
import type { Section, Value, Values } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';
import { type Posted, type Problem, readSection, type SectionReading } from '#lib/core/survey/read-section.ts';
import { rows } from '#lib/store/rows.ts';
import { attachUpload, awaitUpload } from './awaited-uploads.ts';
import type { Desk } from './desk.ts';
import { mergeSection } from './merge-section.ts';
import { type NotAsked, type OpenSurvey, openSurvey } from './open-survey.ts';
import { isComplete, outside, progressOf, within } from './progress.ts';
import { type AnswerFile, readCarried, valuesOf } from './read-answer.ts';

export interface SectionSave {
  readonly round: string;
  readonly organisation: string;
  readonly section: string;
  readonly posted: Posted;
  /** Version that the page was drawn from; 0 when nothing had been saved yet. */
  readonly version: number;
  /** Fingerprints of the answers that the page was drawn from, by which it is known what was changed on it. */
  readonly base: readonly string[];
  /** The section's button was pressed, rather than a field saved in passing. */
  readonly confirm: boolean;
  /** Texts of files that were taken in for this save. */
  readonly uploaded?: readonly string[];
}

export interface Saved {
  readonly draft: Draft;
  readonly section: Section;
  /** The answer as it is now. */
  readonly opened: OpenSurvey;
  /** Answers of the whole working copy. */
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly missing: readonly Problem[];
  /** Ids of questions where a colleague's newer answer was taken, since it was not changed here. */
  readonly taken: readonly string[];
}

export type SaveRefused =
  | NotAsked
  | { readonly kind: 'no-such-section' }
  | { readonly kind: 'closed'; readonly answer: Answer }
  /** The section's texts together are larger than the table can hold; nothing was saved. */
  | { readonly kind: 'too-large' }
  /** Somebody else changed the same questions in between: theirs is stored, mine is what was typed. Neither is lost. */
  | { readonly kind: 'conflict'; readonly theirs: Draft; readonly mine: Values; readonly questions: readonly string[] };

/** Largest section, bytes of JSON; DynamoDB holds 400 KB an item. */
export const sectionLimit = 350_000;

/**
 * Saves one section of the working copy with one write. What is readable is kept even where another field has a problem; a field
 * that cannot be read keeps what was saved before. A colleague's newer answers to other questions are kept.
 */
export async function saveSection(desk: Desk, actor: Actor, save: SectionSave): Promise<Result<Saved, SaveRefused>> {
  const opened = await openSurvey(desk, save.round, save.organisation);
  if (!opened.ok) return opened;
  const { round, form, file } = opened.value;
  const section = form.sections.find(({ id }) => id === save.section);
  if (!section) return refuse({ kind: 'no-such-section' });
  if (!takesAnswer(round, file.answer) || !isEditable(file.answer.state))
    return refuse({ kind: 'closed', answer: file.answer });

  const savedAt = desk.world.now();
  const today = dayOfInstant(savedAt);
  const others = outside(section, file.values);
  const posted = await withOwnFiles(desk, opened.value, section, save);
  const reading = readSection(section, posted, others, today);
  const previous = save.confirm ? await readCarried(desk, form, file.answer) : undefined;
  const tell = { problems: reading.problems, warnings: reading.warnings, missing: reading.missing };

  let stored = file.drafts.get(section.id);
  for (;;) {
    const theirs = stored ? valuesOf(stored.values) : {};
    const mine = readable(section, reading, theirs);
    const merged =
      stored && stored.version !== save.version
        ? mergeSection(section, save.base, mine, theirs)
        : { values: mine, conflicts: [], taken: [] };
    if (stored && merged.conflicts.length > 0) {
      return refuse({ kind: 'conflict', theirs: stored, mine, questions: merged.conflicts });
    }
    const values = within(section, reach([section], { ...others, ...merged.values }, today).values);
    const sameAsPrevious = previous !== undefined && same(section, values, previous.values);
    const unchanged = save.confirm ? sameAsPrevious : stored?.unchanged;
    const heardBy = markOf(actor, stored, same(section, values, theirs), save.confirm);
    const draft: Draft = {
      section: section.id,
      values: { ...values },
      ...(unchanged === undefined ? {} : { unchanged }),
      version: (stored?.version ?? 0) + 1,
      savedAt,
      savedBy: actor.kind === 'nobody' ? '' : actor.name,
      ...(heardBy === undefined ? {} : { heardBy }),
    };
    const saved = { ...tell, section, opened: opened.value, values: { ...others, ...values }, taken: merged.taken };
    if (stored && stored.unchanged === unchanged && stored.heardBy === heardBy && same(section, values, theirs)) {
      return ok({ ...saved, draft: stored });
    }
    if (Buffer.byteLength(JSON.stringify(values)) > sectionLimit) return refuse({ kind: 'too-large' });
    const place = { round: save.round, organisation: save.organisation };
    const put: Write = {
      put: rows.draft.item({ ...draft, ...place }),
      expect: stored ? { equals: { version: stored.version } } : { absent: true },
    };
    const [before, after] = [namedIn(section, theirs), namedIn(section, values)];
    const joining = after.filter(({ id }) => !before.some((file) => file.id === id));
    const leaving = before.filter(({ id }) => !after.some((file) => file.id === id));
    const files = [
      ...joining.map(({ id }) => attachUpload(save.organisation, id)),
      ...leaving.map(({ id }) => awaitUpload(save.organisation, id, savedAt)),
    ];
    const written = await (files.length === 0 ? desk.table.write(put) : desk.table.commit([put, ...files]));
    if (written.ok) {
      return ok({ ...saved, draft, opened: { ...opened.value, file: await keepState(desk, opened.value, draft) } });
    }
    const gone = joining.filter((_, at) => written.error.at[at + 1]?.failed);
    if (gone.length > 0) return saveWithout(desk, actor, save, gone);
    const now = written.error.at[0]?.item;
    stored = now && rows.draft.read(now);
  }
}

/** The files that a section's answers name. */
const namedIn = (section: Section, values: Values): readonly AnsweredFile[] =>
  section.questions.flatMap(({ kind, id }) => (kind === 'file' ? filesIn(codesOf(answerTo(values, id))) : []));

/** Saves all but files that were deleted because no answer had named them for long, and says so at their questions. */
async function saveWithout(
  desk: Desk,
  actor: Actor,
  save: SectionSave,
  gone: readonly AnsweredFile[],
): Promise<Result<Saved, SaveRefused>> {
  const lost = (text: string) => gone.some(({ id }) => id === readFileText(text)?.id);
  const posted = Object.fromEntries(
    Object.entries(save.posted).map(([id, texts]) => [id, texts.filter((text) => !lost(text))]),
  );
  const saved = await saveSection(desk, actor, { ...save, posted });
  if (!saved.ok) return saved;
  const problems = Object.entries(save.posted).flatMap(([field, texts]) =>
    filesIn(texts.filter(lost)).map(({ name }) => ({
      field,
      message: `「${name}」は、どの回答にも添えられないまま日がたったため、もうありません。もう一度選んでください。`,
    })),
  );
  return ok({ ...saved.value, problems: [...saved.value.problems, ...problems] });
}

/** Who is marked to have heard a section by telephone: whoever of an office enters something new, until the hospital changes or confirms it. */
function markOf(actor: Actor, stored: Draft | undefined, same: boolean, confirm: boolean): string | undefined {
  const office = hearing(actor);
  if (office !== undefined) return stored && same ? stored.heardBy : office;
  return same && !confirm ? stored?.heardBy : undefined;
}

/** What was posted, with only those files that the answer holds, that last time's did, or that were just taken in: a page cannot make one up. */
async function withOwnFiles(
  desk: Desk,
  { form, file }: OpenSurvey,
  section: Section,
  save: SectionSave,
): Promise<Posted> {
  const questions = section.questions.filter(({ kind }) => kind === 'file');
  const stored = (id: string, values: Values) => codesOf(answerTo(values, id));
  const known = (id: string) => [...stored(id, file.values), ...(save.uploaded ?? [])];
  const sent = (id: string) => save.posted[id] ?? [];
  if (questions.every(({ id }) => sent(id).every((text) => known(id).includes(text)))) return save.posted;
  const before = (await readCarried(desk, form, file.answer))?.values ?? {};
  const own = questions.map(({ id }) => {
    const all = new Set([...known(id), ...stored(id, before)]);
    return [id, sent(id).filter((text) => all.has(text))] as const;
  });
  return { ...save.posted, ...Object.fromEntries(own) };
}

/** What was read, with what was saved before in place of what could not be read or may not be changed. */
function readable(section: Section, reading: SectionReading, stored: Values): Values {
  const values: Record<string, Value> = { ...reading.values };
  for (const question of section.questions) {
    const unread = reading.problems.some(({ field }) => field === question.id || field.startsWith(`${question.id}.`));
    const detail = otherId(question.id);
    const kept = answerTo(stored, question.id) ?? (question.readOnly ? question.initial : undefined);
    if (kept !== undefined && (question.readOnly || (unread && values[question.id] === undefined))) {
      values[question.id] = kept;
    }
    const keptDetail = answerTo(stored, detail);
    if (keptDetail !== undefined && reading.problems.some(({ field }) => field === detail)) values[detail] = keptDetail;
  }
  return values;
}

const same = (section: Section, a: Values, b: Values): boolean =>
  section.questions.flatMap(({ id }) => [id, otherId(id)]).every((id) => sameValue(answerTo(a, id), answerTo(b, id)));

/** The answer's state follows its sections, and the answer with both is given back; a state that somebody else moved meanwhile is left alone. */
async function keepState(desk: Desk, { form, file }: OpenSurvey, draft: Draft): Promise<AnswerFile> {
  const { answer } = file;
  const section = form.sections.find(({ id }) => id === draft.section);
  const now = {
    ...file,
    drafts: new Map([...file.drafts, [draft.section, draft]]),
    values: { ...(section ? outside(section, file.values) : file.values), ...valuesOf(draft.values) },
  };
  if (answer.state === 'returned') return now;
  const today = dayOfInstant(draft.savedAt);
  const hopeful = isComplete(progressOf(form, now, {}, today));
  const previous =
    hopeful && now.drafts.size < form.sections.length ? await readCarried(desk, form, answer) : undefined;
  const done = hopeful && (!previous || isComplete(progressOf(form, now, previous.values, today)));
  const next = progressed(answer, done ? 'complete' : 'drafting');
  if (next === answer) return now;
  const moved = await desk.table.write({
    put: rows.answer.item(next),
    expect: { equals: { version: answer.version } },
  });
  return moved.ok ? { ...now, answer: next } : now;
}
