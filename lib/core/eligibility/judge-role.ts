import type { Citation } from '../citation.ts';
import { fill } from './fill.ts';
import { factOf, type Gazetteer, type Place } from './place.ts';
import type { RoleRule, RoleWords } from './rule.ts';
import { runTest, type TestRecord } from './run-test.ts';

/** Whether a role is met, is not, or cannot be told before the hospital's 二次医療圏 is known (要確認). */
export type Outcome = 'met' | 'unmet' | 'unresolved';

/** One role's verdict on a place, with every test and the sentence that sums it up. */
export interface RoleVerdict {
  readonly role: string;
  readonly side: RoleRule['side'];
  readonly class: number | null;
  readonly label: string;
  readonly outcome: Outcome;
  readonly sentence: string;
  readonly tests: readonly TestRecord[];
  readonly citation: Citation;
}

const outcomeOf = (tests: readonly TestRecord[]): Outcome =>
  tests.some(({ outcome }) => outcome === 'fail')
    ? 'unmet'
    : tests.some(({ outcome }) => outcome === 'unknown')
      ? 'unresolved'
      : 'met';

const run = (role: RoleRule, place: Place): readonly TestRecord[] =>
  role.tests.map((test) => runTest(test, factOf(test.field, place)));

/** Judges a place by one role; all tests are run, so that a page can show those that pass beside those that fail. */
export function judgeRole(role: RoleRule, place: Place, words: RoleWords, known: Gazetteer): RoleVerdict {
  const tests = run(role, place);
  const alone = outcomeOf(tests);
  const whole = alone === 'unresolved' && place.prefecture ? overAllAreas(role, place, known) : undefined;
  const outcome = whole ?? alone;
  const names = { label: role.label, prefecture: place.prefecture?.name ?? '', area: place.area?.name ?? '' };
  const head = { role: role.id, side: role.side, class: role.class, label: role.label, citation: role.citation };
  return { ...head, outcome, sentence: fill(sentenceFor(role, place, words, outcome, whole, tests), names), tests };
}

/** Without an area the answer may still be certain: every 二次医療圏 of the prefecture gives the same one. */
function overAllAreas(role: RoleRule, place: Place, known: Gazetteer): Outcome {
  const [first, ...rest] = known
    .areasOf(place.prefecture?.code ?? '')
    .map((area) => outcomeOf(run(role, { ...place, area })));
  return first !== undefined && rest.every((outcome) => outcome === first) ? first : 'unresolved';
}

function sentenceFor(
  role: RoleRule,
  place: Place,
  words: RoleWords,
  outcome: Outcome,
  whole: Outcome | undefined,
  tests: readonly TestRecord[],
): string {
  if (outcome === 'unresolved') return words.unresolved;
  if (failsByKindOnly(role, tests)) return words.otherKind;
  if (whole) return outcome === 'met' ? words.everyArea : words.noArea;
  return words[role.scope === 'area' && place.area ? 'area' : 'prefecture'][outcome];
}

function failsByKindOnly(role: RoleRule, tests: readonly TestRecord[]): boolean {
  const failed = tests.flatMap(({ outcome }, index) => (outcome === 'fail' ? [role.tests[index]?.field] : []));
  return failed.length > 0 && failed.every((field) => field === 'hospital.hasProgramme');
}
