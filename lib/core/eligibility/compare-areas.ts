import { parseExact } from '../decimal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type AreaVerdict, judgeAreas } from './judge-areas.ts';
import type { Frame } from './judge-hospital.ts';
import type { AreaRule } from './rule.ts';

/** One 二次医療圏 before and after a change; absent on one side where the tables do not have it. */
export interface AreaChange {
  readonly before?: AreaVerdict | undefined;
  readonly after?: AreaVerdict | undefined;
}

/** What a change does to the areas: who begins to take part, who ceases, and who takes part otherwise than before. */
export interface AreaChanges {
  readonly entering: readonly AreaChange[];
  readonly leaving: readonly AreaChange[];
  readonly changed: readonly AreaChange[];
}

/** Compares two editions, or one with what staff would make of it, area by area (by code). */
export function compareEditions(before: Frame, after: Frame): AreaChanges {
  const old = byArea(before);
  const fresh = byArea(after);
  const all = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  const changes = all.map((area): AreaChange => ({ before: old.get(area), after: fresh.get(area) }));
  const takesPart = (verdict?: AreaVerdict) => verdict !== undefined && verdict.role !== 'none';
  return {
    entering: changes.filter((change) => !takesPart(change.before) && takesPart(change.after)),
    leaving: changes.filter((change) => takesPart(change.before) && !takesPart(change.after)),
    changed: changes.filter(
      ({ before, after }) =>
        takesPart(before) && takesPart(after) && (before?.role !== after?.role || before?.class !== after?.class),
    ),
  };
}

const byArea = ({ areas, reference }: Frame): ReadonlyMap<string, AreaVerdict> =>
  new Map(judgeAreas(areas, reference).map((verdict) => [verdict.area, verdict]));

/** Why a threshold cannot be tried. */
export type ThresholdRefusal = { readonly kind: 'no-such-test' } | { readonly kind: 'not-a-number' };

/** The rule with another number in one test, wherever that test stands; the rule itself stays as it was. */
export function withThreshold(rule: AreaRule, test: string, value: string): Result<AreaRule, ThresholdRefusal> {
  if (!parseExact(value)) return refuse({ kind: 'not-a-number' });
  const numeric = rule.roles.flatMap(({ tests }) => tests).some((each) => each.id === test && isNumeric(each.op));
  if (!numeric) return refuse({ kind: 'no-such-test' });
  const roles = rule.roles.map((role) => ({
    ...role,
    tests: role.tests.map((each) =>
      each.id === test &&
      (each.op === 'at-least' || each.op === 'at-most' || each.op === 'above' || each.op === 'below')
        ? { ...each, value }
        : each,
    ),
  }));
  return ok({ ...rule, roles });
}

const isNumeric = (op: string): boolean => ['at-least', 'at-most', 'above', 'below'].includes(op);
