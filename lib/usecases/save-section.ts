import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type Answer, type Draft, isEditable, progressed } from '#lib/core/rounds/answer.ts';
import { isAnswerable } from '#lib/core/rounds/round.ts';
import { unanswered } from '#lib/core/survey/completeness.ts';
import type { Section, Values } from '#lib/core/survey/form.ts';
import { type Posted, type Problem, readSection } from '#lib/core/survey/read-section.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { type NotAsked, openSurvey } from './open-survey.ts';

export interface SectionSave {
  readonly round: string;
  readonly organisation: string;
  readonly section: string;
  readonly posted: Posted;
  /** Version that the page was drawn from; 0 when nothing had been saved yet. */
  readonly version: number;
  readonly unchanged?: boolean;
}

export interface Saved {
  readonly draft: Draft;
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export type SaveRefused =
  | NotAsked
  | { readonly kind: 'no-such-section' }
  | { readonly kind: 'closed'; readonly answer: Answer }
  /** Somebody else saved in between: theirs is stored, mine is what was typed. Neither is lost. */
  | { readonly kind: 'conflict'; readonly theirs: Draft; readonly mine: Values };

/** Saves one section of the working copy with one write. What is readable is kept even where another field has a problem. */
export async function saveSection(desk: Desk, actor: Actor, save: SectionSave): Promise<Result<Saved, SaveRefused>> {
  const opened = await openSurvey(desk, save.round, save.organisation);
  if (!opened.ok) return opened;
  const { round, form, file } = opened.value;
  const section = form.sections.find(({ id }) => id === save.section);
  if (!section) return refuse({ kind: 'no-such-section' });
  if (!isAnswerable(round) || !isEditable(file.answer.state)) return refuse({ kind: 'closed', answer: file.answer });

  const others = withoutSection(file.values, section);
  const read = readSection(section, save.posted, others);
  const draft = {
    section: section.id,
    values: { ...read.values },
    ...(save.unchanged ? { unchanged: true } : {}),
    version: save.version + 1,
    savedAt: desk.world.now(),
    savedBy: actor.kind === 'nobody' ? '' : actor.name,
    round: save.round,
    organisation: save.organisation,
  };
  const expect = save.version === 0 ? { absent: true as const } : { equals: { version: save.version } };
  const written = await desk.table.write({ put: rows.draft.item(draft), expect });
  if (!written.ok) {
    const theirs = written.error.at[0]?.item;
    if (theirs) return refuse({ kind: 'conflict', theirs: rows.draft.read(theirs), mine: read.values });
    return refuse({ kind: 'conflict', theirs: { ...draft, values: {}, version: 0 }, mine: read.values });
  }
  const values = { ...others, ...read.values };
  const done = unanswered(form, values).length === 0 && form.sections.every(({ id }) => id === section.id || file.drafts.has(id));
  await keepState(desk, file.answer, done ? 'complete' : 'drafting');
  return ok({ draft, values, problems: read.problems, warnings: read.warnings });
}

/** The answer's state follows its sections; a state that somebody else moved meanwhile is left alone. */
async function keepState({ table }: Desk, answer: Answer, to: 'drafting' | 'complete'): Promise<void> {
  const next = progressed(answer, to);
  if (next === answer) return;
  await table.write({ put: rows.answer.item(next), expect: { equals: { version: answer.version } } });
}

const withoutSection = (values: Values, section: Section): Values => {
  const own = new Set(section.questions.flatMap(({ id }) => [id, `${id}-other`]));
  return Object.fromEntries(Object.entries(values).filter(([id]) => !own.has(id)));
};
