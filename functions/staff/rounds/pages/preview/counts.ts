import type { Judged } from '#lib/core/eligibility/who-is-asked.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';

const circled = ['', '①', '②', '③', '④', '⑤'];

/** Name of a class of destinations (①②③). */
export const className = (number: number | null): string =>
  number === null ? '区分なし' : `区分${circled[number] ?? number}`;

/** Counts of hospitals by prefecture and class, with a total a line. */
export function countsOf(asked: readonly Judged<Organisation>[]) {
  const numbers = [...new Set(asked.map(({ verdict }) => verdict.class))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const groups = [...Map.groupBy(asked, ({ hospital }) => hospital.prefecture)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    classes: numbers.map(className),
    lines: groups.map(([prefecture, own]) => ({
      prefecture,
      counts: numbers.map((number) => own.filter(({ verdict }) => verdict.class === number).length),
      total: own.length,
    })),
  };
}
