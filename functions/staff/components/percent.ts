/** A share as a whole percentage, rounded down so that 100% means all; '－' of nothing. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '－' : `${Math.floor((part * 100) / whole)}%`;
