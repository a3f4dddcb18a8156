/** Repeatable chance from a fixed seed, so that the demo's country is the same at every start. */
export interface Chance {
  /** From 0 up to but without 1. */
  next(): number;
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number;
  /** Any one of a list that is not empty. */
  of<T>(things: readonly [T, ...T[]] | readonly T[]): T;
  /** Some of a list in its order, each with that probability, at least one where there is any. */
  some<T>(things: readonly T[], probability: number): T[];
}

/** Chance by the mulberry32 generator; the seed is any text. */
export function chanceOf(seed: string): Chance {
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  );
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const of = <T>(things: readonly T[]): T => {
    const one = things[between(0, things.length - 1)];
    if (one === undefined) throw new RangeError('nothing to choose from');
    return one;
  };
  const some = <T>(things: readonly T[], probability: number): T[] => {
    const chosen = things.filter(() => next() < probability);
    return chosen.length > 0 || things.length === 0 ? chosen : [of(things)];
  };
  return { next, between, of, some };
}
