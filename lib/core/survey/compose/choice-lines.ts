import type { Choice } from '../form.ts';

/** Stands between a choice's label and its hint on one line; the half-width bar is read as well. */
const bar = '｜';

/** Choices as staff type them, one a line, the hint behind a bar. */
export const linesOf = (choices: readonly Choice[]): string =>
  choices.map(({ label, hint }) => (hint === undefined ? label : `${label}${bar}${hint}`)).join('\n');

/**
 * Choices out of lines. A line keeps the code of the choice that had its label; where the number of lines stayed the same, a reworded
 * line keeps the code of its place; every other line gets a code that no choice had.
 */
export function choicesOf(lines: string, before: readonly Choice[]): readonly Choice[] {
  const typed = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/[｜|]/).map((part) => part.trim()));
  const labels = typed.map(([label = '']) => label);
  const used = new Set<Choice>();
  const same = labels.map((label) => {
    const found = before.find((choice) => choice.label === label && !used.has(choice));
    if (found) used.add(found);
    return found;
  });
  const codes = new Set(before.map(({ code }) => code));
  let count = 0;
  const fresh = (): string => {
    do count++;
    while (codes.has(String(count)));
    return String(count);
  };
  return typed.map(([label = '', ...hint], at) => {
    const place = typed.length === before.length ? before[at] : undefined;
    const known = same[at] ?? (place && !used.has(place) ? place : undefined);
    const { hint: _, ...kept } = known ?? { code: fresh() };
    const told = hint.join(bar);
    return { ...kept, label, ...(told === '' ? {} : { hint: told }) };
  });
}
