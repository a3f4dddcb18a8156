import { answerTo, otherId, sameValue } from '#lib/core/survey/answer.ts';
import { type Change, changes } from '#lib/core/survey/changes.ts';
import { display } from '#lib/core/survey/display.ts';
import type { Question, Section, Value, Values } from '#lib/core/survey/form.ts';
import { reach } from '#lib/core/survey/reach.ts';
import { belongs, type QuestionnaireReading, readFilledCells } from '#lib/sheets/read-questionnaire.ts';
import { fingerprints, mergeSection } from '../merge-section.ts';
import { within } from '../progress.ts';
import { isConfirmed } from '../read-answer.ts';
import type { OpenWorkbook } from './open-workbook.ts';
import type { KeptCells } from './packed-cells.ts';

/** Whose answer to a question stays where both the file and a colleague changed it. */
export type Choice = 'mine' | 'theirs';

/** A question that the file and somebody else changed since the file was downloaded; both answers as text. */
export interface Disputed {
  readonly section: Section;
  readonly question: Question;
  readonly mine: string;
  readonly theirs: string;
  readonly by: string;
  readonly at: string;
}

/** A section as it would be saved. */
export interface PlannedSection {
  readonly section: Section;
  readonly values: Values;
  /** Version that is stored now; 0 when nothing is. */
  readonly version: number;
  /** Whether it then counts as confirmed by a person. */
  readonly confirmed: boolean;
}

/** What taking a file in would do, shown before anything is done. */
export interface WorkbookPlan {
  readonly reading: QuestionnaireReading;
  /** Answers that would be other than they are now, without the disputed. */
  readonly changes: readonly Change[];
  readonly disputed: readonly Disputed[];
  /** Questions that only others changed meanwhile: they stay as they are. */
  readonly kept: readonly Omit<Disputed, 'mine'>[];
  readonly sections: readonly PlannedSection[];
  /** Sections that the file leaves as they are and that nobody has confirmed yet. */
  readonly unconfirmed: readonly Section[];
  /** All answers afterwards. */
  readonly values: Values;
}

/** Compares a file with what is saved now. `choices` settle what is disputed (the file's answer where nothing was chosen); `confirm` takes untouched sections as looked at. */
export function planWorkbook(
  opened: OpenWorkbook,
  { cells, base }: KeptCells,
  choices: ReadonlyMap<string, Choice> = new Map(),
  confirm = false,
): WorkbookPlan {
  const { form, file, current, today } = opened;
  const reading = readFilledCells(form, cells, current, today);
  const merges = form.sections.map((section) => {
    const theirs = within(section, current);
    const mine = withReadOnly(section, within(section, reading.values), theirs);
    const drawnFrom = base?.[section.id] ?? fingerprints(section, theirs);
    return { section, mine, theirs, ...mergeSection(section, drawnFrom, mine, theirs) };
  });
  const pick = (values: Values, question: Question, theirs: Values): Values =>
    choices.get(question.id) === 'theirs' ? { ...without(values, question), ...only(theirs, question) } : values;
  const merged: Values = Object.assign(
    {},
    ...merges.map(({ section, conflicts, values, theirs }) =>
      section.questions.filter(({ id }) => conflicts.includes(id)).reduce((all, one) => pick(all, one, theirs), values),
    ),
  );
  const reached = reach(form.sections, merged, today);
  const applying = form.sections.filter(({ id }) => reached.section(id));
  const planned = applying.map((section) => {
    const draft = file.drafts.get(section.id);
    const values = within(section, reached.values);
    const touched = !sameSection(section, values, within(section, current));
    const own = reading.cells.filter(({ field }) => section.questions.some((one) => belongs(field, one)));
    const clean = own.every(({ state }) => state !== 'problem');
    const open = !touched && own.length > 0 && clean && !isConfirmed(draft);
    const confirmed = isConfirmed(draft) || (clean && (touched || confirm));
    return { section, values, version: draft?.version ?? 0, confirmed, touched, open };
  });
  const saved = (section: Section) => file.drafts.get(section.id);
  const whose = (section: Section) => ({ by: saved(section)?.savedBy ?? '', at: saved(section)?.savedAt ?? '' });
  const disputed = merges.flatMap(({ section, conflicts, mine, theirs }) =>
    section.questions
      .filter(({ id }) => conflicts.includes(id))
      .map((question) => ({
        section,
        question,
        mine: told(question, mine),
        theirs: told(question, theirs),
        ...whose(section),
      })),
  );
  const kept = merges.flatMap(({ section, taken, theirs }) =>
    section.questions
      .filter(({ id }) => taken.includes(id))
      .map((question) => ({ section, question, theirs: told(question, theirs), ...whose(section) })),
  );
  return {
    reading,
    disputed,
    kept,
    changes: changes(form, current, merged, today).filter(
      ({ question }) => !disputed.some((each) => each.question.id === question.id),
    ),
    sections: planned.filter(({ touched, open }) => touched || (confirm && open)),
    unconfirmed: planned.filter(({ open }) => open).map(({ section }) => section),
    values: reached.values,
  };
}

/** By which it is known at the button that what the dry run showed still stands: versions of the sections that it touches. */
export const seenVersions = ({ sections, disputed }: WorkbookPlan): string =>
  [
    ...sections.map(({ section, version }) => `${section.id}:${version}`),
    ...disputed.map(({ section, at }) => `${section.id}@${at}`),
  ].join(' ');

const told = (question: Question, values: Values): string =>
  display(question, answerTo(values, question.id), answerTo(values, otherId(question.id)));

const idsOf = ({ id }: Question): readonly string[] => [id, otherId(id)];

const only = (values: Values, question: Question): Values =>
  Object.fromEntries(Object.entries(values).filter(([id]) => idsOf(question).includes(id)));

const without = (values: Values, question: Question): Values =>
  Object.fromEntries(Object.entries(values).filter(([id]) => !idsOf(question).includes(id)));

/** A file cannot change what a page would not let change. */
function withReadOnly(section: Section, mine: Values, theirs: Values): Values {
  const fixed = section.questions.filter(({ readOnly }) => readOnly);
  const kept = fixed.flatMap((question): readonly (readonly [string, Value])[] =>
    Object.entries(only(theirs, question)).filter((pair): pair is [string, Value] => pair[1] !== undefined),
  );
  return { ...fixed.reduce(without, mine), ...Object.fromEntries(kept) };
}

/** Whether two sets of answers are the same in a section. */
export const sameSection = (section: Section, a: Values, b: Values): boolean =>
  section.questions.flatMap(idsOf).every((id) => sameValue(answerTo(a, id), answerTo(b, id)));
