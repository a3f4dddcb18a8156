let segmenter: Intl.Segmenter | undefined;

/** Length of a text as people count it: a base character with its marks is one, and so is a line break. */
export function countCharacters(text: string): number {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'grapheme' });
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Whether a text is longer than a number of characters; counts only when it could be. */
export const exceeds = (text: string, max: number): boolean => text.length > max && countCharacters(text) > max;

/** Whether a text holds what no one can type and no file can keep: control characters but line break and tab, half a surrogate pair, non-characters. */
export function hasUnkeepable(text: string): boolean {
  return /(?![\n\t])\p{Cc}|\uFFFE|\uFFFF/u.test(text) || !text.isWellFormed();
}

/** The ten characters that Japanese keyboards and papers use for a hyphen, beside the ASCII one. */
const HYPHENS = /[‐‑‒–—―−ーｰ－]/g;

/** A code, number, date, telephone or address of a mail as typed, made plain: NFKC, one hyphen, no spaces around. */
export const plain = (text: string): string => text.replace(HYPHENS, '-').normalize('NFKC').trim();
