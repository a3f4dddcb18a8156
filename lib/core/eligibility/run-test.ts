import type { Citation } from '../citation.ts';
import { compareExact, exact, parseExact, showExact } from '../decimal.ts';
import { fill } from './fill.ts';
import { type Fact, grouped } from './place.ts';
import type { Test, Threshold } from './rule.ts';

/** One test as it went, whole enough to be shown, exported and re-checked without the tables. */
export interface TestRecord {
  readonly test: string;
  readonly label: string;
  readonly outcome: 'pass' | 'fail' | 'unknown';
  /** As printed; absent when unknown. */
  readonly value?: string;
  /** The compared number to three digits, where it is not the printed one. */
  readonly exact?: string;
  readonly op: Threshold['op'];
  readonly threshold: string;
  readonly sentence: string;
  readonly citation: Citation;
}

/** Runs one test on what is known; an unknown fact is neither pass nor fail. */
export function runTest(test: Test, fact: Fact | undefined): TestRecord {
  const threshold = typeof test.value === 'string' ? grouped(test.value) : test.value.join('、');
  const record = { test: test.id, label: test.label, op: test.op, threshold, citation: test.citation };
  if (!fact) return { ...record, outcome: 'unknown', sentence: fill(test.words.unknown, { threshold }) };
  const outcome = passes(test, fact) ? 'pass' : 'fail';
  const words = fact.shown === threshold ? (test.words.even ?? test.words) : test.words;
  const sentence = fill(words[outcome], { threshold, value: fact.shown });
  return { ...record, outcome, value: fact.shown, ...unrounded(fact), sentence };
}

/** The compared number, where it is not the printed one. */
function unrounded({ value, shown }: Fact): { exact?: string } {
  const printed = parseExact(shown);
  if (typeof value === 'string' || !printed || compareExact(value, printed) === 0) return {};
  return { exact: showExact(value, 3) };
}

function passes(test: Threshold, fact: Fact): boolean {
  switch (test.op) {
    case 'at-least':
      return difference(fact, test.value) >= 0;
    case 'at-most':
      return difference(fact, test.value) <= 0;
    case 'above':
      return difference(fact, test.value) > 0;
    case 'below':
      return difference(fact, test.value) < 0;
    case 'is':
      return fact.value === test.value;
    case 'is-not':
      return fact.value !== test.value;
    case 'one-of':
      return typeof fact.value === 'string' && test.value.includes(fact.value);
    case 'none-of':
      return typeof fact.value === 'string' && !test.value.includes(fact.value);
  }
}

function difference(fact: Fact, threshold: string): number {
  if (typeof fact.value === 'string') throw new TypeError(`a code is compared as a number: ${fact.value}`);
  return compareExact(fact.value, exact(threshold));
}
