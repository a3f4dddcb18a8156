import type { Organisation } from '#lib/core/organisations/organisation.ts';

/** A text made comparable: NFKC, lower case, katakana as hiragana, without spaces, hyphens and dots. Only for searching; names themselves are never changed. */
export const searchable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[\s・･.,\-‐‑‒–—―−ー]/g, '');

/** Organisations whose name or code holds every word that was typed. */
export function findOrganisations(all: readonly Organisation[], typed: string): readonly Organisation[] {
  const words = typed.normalize('NFKC').split(/\s+/).map(searchable).filter(Boolean);
  if (words.length === 0) return all;
  return all.filter(({ name, id }) => {
    const text = `${searchable(name)}\n${searchable(id)}`;
    return words.every((word) => text.includes(word));
  });
}
