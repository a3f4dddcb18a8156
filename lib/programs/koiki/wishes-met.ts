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

/** What each host of a pool offers, worked out at its first pair: wishes met as bits, and above them those known not to be. */
const offers = new WeakMap<Host, number>();

const ABOVE = SETS.wishes.length;

function offersOf(host: Host): number {
  const known = offers.get(host);
  if (known !== undefined) return known;
  const bits = SETS.wishes.reduce((sum, wish, at) => {
    const offered = OFFERS[wish](host);
    return offered === null ? sum : sum | (1 << (offered ? at : at + ABOVE));
  }, 0);
  offers.set(host, bits);
  return bits;
}

/** Points of a set of wishes before a host: the share that it offers of those whose answer is known; null where none is. */
export function wishPoints(wishes: number, host: Host): number | null {
  if (wishes === 0) return 100;
  const bits = offersOf(host);
  const met = countBits(wishes & bits);
  const known = met + countBits(wishes & (bits >> ABOVE));
  return known === 0 ? null : share(met, known);
}

/** Of the wishes in a set, those that a host is known to offer and those it is known not to. */
export const wishesMet = (wishes: number, host: Host): { readonly met: number; readonly unmet: number } => ({
  met: wishes & offersOf(host),
  unmet: wishes & (offersOf(host) >> ABOVE),
});
