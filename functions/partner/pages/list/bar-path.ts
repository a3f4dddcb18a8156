/** Height of a bar in its own units; 1000 units wide. */
export const barHeight = 60;

/** The stacked parts of one direction as an SVG path: a box for each contribution, in order, with a gap between them. */
export function barPath(contributions: ArrayLike<number>, base: number, columns: readonly number[], start = 0): string {
  let at = start;
  let path = '';
  for (const column of columns) {
    const part = contributions[base + column] ?? 0;
    if (part > 0) path += `M${at} 0h${Math.max(part - 3, 1)}v${barHeight}h-${Math.max(part - 3, 1)}z`;
    at += part;
  }
  return path;
}
