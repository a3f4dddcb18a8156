import { solveFlow } from '../round/best-total.ts';
import type { IndexedRound } from '../round/indexed-round.ts';

/** How much finer than a point scores are while they are perturbed, so that a small score can move too. */
const FINE = 1000;

/**
 * In how many of `runs` solves each pair is formed when every score moves by up to ±10 %, drawn from `chance` (0 to 1, seeded by the
 * caller). A pair formed in all is firm, one formed in some is close. Counts are in the order of the round's pairs.
 */
export function countUnderPerturbation(round: IndexedRound, runs: number, chance: () => number): Int32Array {
  const { problem } = round;
  const counts = new Int32Array(problem.score.length);
  for (let run = 0; run < runs; run++) {
    const score = Float64Array.from(problem.score, (points) => Math.round(points * FINE * (0.9 + 0.2 * chance())));
    const { tree } = solveFlow({ ...problem, score });
    for (let i = 0; i < counts.length; i++) if ((tree.flow[i] ?? 0) > 0) counts[i] = (counts[i] ?? 0) + 1;
  }
  return counts;
}

/** Seeded chance for perturbations and lotteries (mulberry32): the same seed gives the same draws on every machine. */
export function seededChance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
