/** Prints a table in columns: the first is text, the others are figures. */
export function printTable(title: string, head: readonly string[], lines: readonly (readonly string[])[]): void {
  const widths = head.map((word, at) => Math.max(word.length, ...lines.map((line) => (line[at] ?? '').length)));
  const show = (line: readonly string[]) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  console.log(`\n${title}`);
  for (const line of [head, widths.map((width) => '-'.repeat(width)), ...lines]) console.log(`  ${show(line)}`);
}

/** A figure with thousands apart. */
export const figure = (value: number, digits = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The value below which a share of the sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
