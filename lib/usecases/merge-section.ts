import { answerTo, otherId, sameValue } from '#lib/core/survey/answer.ts';
import type { Question, Section, Value, Values } from '#lib/core/survey/form.ts';

/**
 * A section's answers as fingerprints in the order of its questions, '' where there is none. A page carries them, so that it
 * is known what its reader changed without keeping every version.
 */
export const fingerprints = (section: Section, values: Values): readonly string[] =>
  section.questions.map((question) => fingerprint(question, values));

/** Two people's answers to a section brought together. */
export interface Merge {
  readonly values: Values;
  /** Ids of questions that both changed, differently; `values` holds mine. */
  readonly conflicts: readonly string[];
  /** Ids of questions that only the other changed: theirs were taken. */
  readonly taken: readonly string[];
}

/** Merges question by question against what my page was drawn from: whoever alone changed an answer keeps it. */
export function mergeSection(section: Section, base: readonly string[], mine: Values, theirs: Values): Merge {
  const conflicts: string[] = [];
  const taken: string[] = [];
  const merged: Record<string, Value> = {};
  const keep = (question: Question, from: Values) => {
    for (const id of [question.id, otherId(question.id)]) {
      const value = answerTo(from, id);
      if (value !== undefined) merged[id] = value;
    }
  };
  for (const [at, question] of section.questions.entries()) {
    const before = base[at] ?? '';
    const same = [question.id, otherId(question.id)].every((id) => sameValue(answerTo(mine, id), answerTo(theirs, id)));
    const onlyMine = same || fingerprint(question, theirs) === before;
    const onlyTheirs = !onlyMine && fingerprint(question, mine) === before;
    if (onlyTheirs) taken.push(question.id);
    else if (!onlyMine) conflicts.push(question.id);
    keep(question, onlyTheirs ? theirs : mine);
  }
  return { values: merged, conflicts, taken };
}

function fingerprint(question: Question, values: Values): string {
  const value = answerTo(values, question.id);
  const detail = answerTo(values, otherId(question.id));
  return value === undefined && detail === undefined ? '' : fnv(JSON.stringify([sorted(value), detail]));
}

/** Rows with their cells in one order, since the table gives keys back in any. */
const sorted = (value: Value | undefined): unknown =>
  Array.isArray(value)
    ? value.map((item: unknown) =>
        typeof item === 'object' && item !== null ? Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)) : item,
      )
    : value;

/** FNV-1a, 32 bits: short enough for every field of a page; it guards against mistakes, not against attacks. */
function fnv(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
