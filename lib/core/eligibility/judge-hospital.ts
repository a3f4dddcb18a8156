import type { Citation } from '../citation.ts';
import { fill } from './fill.ts';
import { judgeRole, type Outcome, type RoleVerdict } from './judge-role.ts';
import { type Gazetteer, gazetteer } from './place.ts';
import type { AreaRule, ReferenceTables, RoleRule } from './rule.ts';

/** What of an edition decides who takes part. */
export interface Frame {
  readonly areas: AreaRule;
  readonly reference: ReferenceTables;
}

/** Where a hospital stands and whether it runs a programme of its own (基幹型); registers that list only such hospitals leave it out. */
export interface Hospital {
  /** Two-digit code. */
  readonly prefecture: string;
  /** 二次医療圏 code; absent or unknown to the tables means not known. */
  readonly area?: string | null | undefined;
  readonly hasProgramme?: boolean | undefined;
}

/** Why a hospital takes part or not, in both capacities. */
export interface Verdict {
  readonly source: Outcome;
  readonly destination: Outcome;
  /** Class it has, or would have once its 二次医療圏 is known. */
  readonly class: number | null;
  /** As a destination it may partner with sources of its own prefecture only. */
  readonly ownPrefectureOnly: boolean;
  readonly roles: readonly RoleVerdict[];
  /** Lines for the page that answers 「なぜ対象ですか／対象外ですか」. */
  readonly why: readonly WhyLine[];
}

/** One sentence with the paragraph behind it; `step` lines are the tests under the last line that is not one. */
export interface WhyLine {
  readonly text: string;
  readonly outcome: Outcome | 'pass' | 'fail' | 'unknown';
  readonly step: boolean;
  readonly citation: Citation;
}

/** Judges one hospital by an edition. */
export const judgeHospital = (frame: Frame, hospital: Hospital): Verdict => hospitalJudge(frame)(hospital);

/** Judges many hospitals: the tables are arranged once. */
export function hospitalJudge({ areas: rule, reference }: Frame): (hospital: Hospital) => Verdict {
  const known = gazetteer(reference);
  return (hospital) => {
    const place = locate(hospital, known);
    const roles = rule.roles.map((role) => judgeRole(role, place, rule.words, known));
    const source = decided(roles, 'source');
    const destination = decided(roles, 'destination');
    const limited = ownPrefectureRole(rule.roles, destination);
    const own = limited && { ...limited, text: fill(rule.words.ownPrefectureOnly, { label: limited.label }) };
    return {
      source: source?.outcome ?? 'unmet',
      destination: destination?.outcome ?? 'unmet',
      class: destination?.class ?? null,
      ownPrefectureOnly: own !== undefined,
      roles,
      why: [
        ...told(source, roles, 'source'),
        ...told(destination, roles, 'destination'),
        ...(own ? [{ text: own.text, outcome: 'met' as const, step: false, citation: own.citation }] : []),
      ],
    };
  };
}

function locate({ prefecture, area, hasProgramme = true }: Hospital, known: Gazetteer) {
  const figures = known.areasOf(prefecture).find(({ code }) => code === area);
  return { ...known.prefecture(prefecture), area: figures, hasProgramme };
}

/** The role that speaks for a side: the first that is met, or else the first that may be. */
function decided(roles: readonly RoleVerdict[], side: RoleRule['side']): RoleVerdict | undefined {
  const own = roles.filter((role) => role.side === side);
  return own.find(({ outcome }) => outcome === 'met') ?? own.find(({ outcome }) => outcome === 'unresolved');
}

const ownPrefectureRole = (rules: readonly RoleRule[], verdict: RoleVerdict | undefined): RoleRule | undefined =>
  rules.find(({ id, ownPrefectureOnly }) => ownPrefectureOnly && id === verdict?.role);

/** A side that is decided shows its one role with all tests; a side that is not shows the first test that failed in each role. */
function told(
  verdict: RoleVerdict | undefined,
  roles: readonly RoleVerdict[],
  side: RoleRule['side'],
): readonly WhyLine[] {
  if (verdict) return lines(verdict, verdict.tests);
  return roles
    .filter((role) => role.side === side)
    .flatMap((role) => lines(role, role.tests.filter(({ outcome }) => outcome === 'fail').slice(0, 1)));
}

const lines = (role: RoleVerdict, tests: RoleVerdict['tests']): readonly WhyLine[] => [
  { text: role.sentence, outcome: role.outcome, step: false, citation: role.citation },
  ...tests.map(({ sentence, outcome, citation }) => ({ text: sentence, outcome, step: true, citation })),
];
