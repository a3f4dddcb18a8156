import type { Citation } from '../citation.ts';
import type { AreaRule, Field } from './rule.ts';

/** A number in a rule that can be tried otherwise, with the roles that rest on it. */
export interface TryableThreshold {
  readonly test: string;
  readonly label: string;
  readonly field: Field;
  readonly op: 'at-least' | 'at-most' | 'above' | 'below';
  readonly value: string;
  readonly roles: readonly string[];
  readonly citation: Citation;
}

/** Every numeric threshold of a rule once, in the rule's order; the same test in two roles is one threshold. */
export function thresholdsOf(rule: AreaRule): readonly TryableThreshold[] {
  const found = new Map<string, TryableThreshold>();
  for (const { label: role, tests } of rule.roles) {
    for (const { id, label, field, citation, ...test } of tests) {
      if (test.op !== 'at-least' && test.op !== 'at-most' && test.op !== 'above' && test.op !== 'below') continue;
      const roles = [...(found.get(id)?.roles ?? []), role];
      found.set(id, { test: id, label, field, op: test.op, value: test.value, roles, citation });
    }
  }
  return [...found.values()];
}
