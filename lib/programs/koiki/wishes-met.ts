import { type Host, SETS } from './profiles.ts';
import { countBits, share } from './scales.ts';

/** A stay's cases: at least this many of the 29 symptoms and 26 diseases (8割). */
const MANY_CASES = 44;

/** What 連携元 may ask for, and whether a host offers it; null where its answer is missing. */
const OFFERS: Readonly<Record<(typeof SETS.wishes)[number], (host: Host) => boolean | null>> = {
  supervisors: ({ supervisors }) => (supervisors === null ? null : supervisors >= 3),
  cases: ({ symptoms, diseases }) =>
    symptoms === null || diseases === null ? null : symptoms + diseases >= MANY_CASES,
  emergency: ({ ambulances }) => (ambulances === null ? null : ambulances >= 1000),
  housing: ({ housing }) => (housing === null ? null : housing !== 0),
  travel: ({ support }) => (support === null ? null : support !== 0),
  childcare: ({ childcare }) => (childcare === null ? null : childcare !== 0),
  partnership: ({ partnership }) => (partnership === null ? null : partnership === 1),
};

const ABOVE = SETS.wishes.length;

/** What a host offers: wishes met as bits, and above them those known not to be. */
export const offersOf = (host: Host): number =>
  SETS.wishes.reduce((sum, wish, at) => {
    const offered = OFFERS[wish](host);
    return offered === null ? sum : sum | (1 << (offered ? at : at + ABOVE));
  }, 0);

/** Points of a set of wishes before a host's `offersOf`: the share met of those whose answer is known; null where none is. */
export function wishPoints(wishes: number, offers: number): number | null {
  if (wishes === 0) return 100;
  const met = countBits(wishes & offers);
  const known = met + countBits(wishes & (offers >> ABOVE));
  return known === 0 ? null : share(met, known);
}

/** Of the wishes in a set, those that a host is known to offer and those it is known not to. */
export const wishesMet = (wishes: number, host: Host): { readonly met: number; readonly unmet: number } => ({
  met: wishes & offersOf(host),
  unmet: wishes & (offersOf(host) >> ABOVE),
});
