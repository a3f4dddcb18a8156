import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCertificate, checkConflict, checkRound } from '#lib/core/matching/allocation/check/checker.ts';
import { copySolved, whatIf } from '#lib/core/matching/allocation/explain/what-if.ts';
import { startedPlacements, startProgram } from '#lib/core/matching/allocation/free/integer-program.ts';
import { runHighs } from '#lib/core/matching/allocation/free/run-highs.ts';
import {
  certificateOf,
  floorsMet,
  placements,
  solveFlow,
  totalScore,
} from '#lib/core/matching/allocation/round/best-total.ts';
import { findConflict } from '#lib/core/matching/allocation/round/conflict.ts';
import { forcingPrices } from '#lib/core/matching/allocation/round/forcing-prices.ts';
import { indexRound } from '#lib/core/matching/allocation/round/indexed-round.ts';
import type { QuotaRound } from '#lib/core/matching/allocation/round/quota-round.ts';
import { anyRound, reversed } from './arbitrary-instances.ts';

const best = (round: QuotaRound) => {
  const indexed = indexRound(round);
  const solved = solveFlow(indexed.problem);
  return { indexed, solved, total: totalScore(indexed.problem, solved), feasible: floorsMet(solved) };
};

describe('mode C', () => {
  test('the flow keeps every rule and its own price list proves that no total is greater', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const { indexed, solved, total, feasible } = best(round);
        if (!feasible) return;
        expect(checkRound(round, placements(indexed, solved), total)).toEqual([]);
        expect(checkCertificate(round, total, certificateOf(indexed, solved))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('HiGHS, as linear programming, reaches the same total or finds no solution where the flow finds none', async () => {
    await fc.assert(
      fc.asyncProperty(anyRound, async (round) => {
        const { indexed, total, feasible } = best(round);
        const stated = startProgram(indexed, null);
        const referee = await runHighs(stated.program, 10, false);
        expect(referee.status).toBe(feasible ? 'optimal' : 'infeasible');
        if (referee.status !== 'optimal') return;
        const objective = stated.program.cost.reduce((sum, c, i) => sum - c * (referee.x[i] ?? 0), 0);
        expect(Math.abs(objective - total)).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });

  test('floors that cannot be met name a set of floors and limits that the checker can re-add', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const { indexed, feasible } = best(round);
        const conflict = findConflict(indexed);
        expect(conflict === null).toBe(feasible);
        if (conflict !== null) expect(checkConflict(round, conflict)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('any one relief named, taken alone, ends a conflict of all prefectures or leaves another one', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const conflict = findConflict(indexRound(round));
        const floor = conflict?.relief.find((m) => m.kind === 'floor');
        if (conflict === null || floor?.kind !== 'floor') return;
        const prefectures = new Map(round.prefectures);
        const quota = prefectures.get(floor.prefecture);
        if (quota === undefined) throw new Error('a relief names no prefecture');
        prefectures.set(floor.prefecture, { ...quota, floor: floor.amount - conflict.shortfall });
        const left = findConflict(indexRound({ ...round, prefectures }));
        expect(left?.members).not.toEqual(conflict.members);
      }),
    );
  });

  test('the order of the input changes neither the total nor the placements', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const turned: QuotaRound = {
          prefectures: reversed(round.prefectures),
          sources: reversed(round.sources),
          hosts: reversed(round.hosts),
          score: reversed(new Map([...round.score].map(([id, row]) => [id, reversed(row)]))),
        };
        const [a, b] = [best(round), best(turned)];
        expect(placements(b.indexed, b.solved)).toEqual(placements(a.indexed, a.solved));
      }),
    );
  });

  test('a changed seat count solved warm reaches the total of a cold solve', () => {
    fc.assert(
      fc.property(anyRound, fc.nat(), fc.integer({ min: 0, max: 4 }), (round, pick, cap) => {
        const { indexed, solved } = best(round);
        if (indexed.hosts.length === 0) return;
        const h = pick % indexed.hosts.length;
        const warm = whatIf(solved, [[solved.layout.hostArc + h, cap]]);
        const hostCap = indexed.problem.hostCap.slice();
        hostCap[h] = cap;
        const cold = solveFlow({ ...indexed.problem, hostCap });
        expect(floorsMet(warm)).toBe(floorsMet(cold));
        if (floorsMet(cold)) expect(totalScore(indexed.problem, warm)).toBe(totalScore(indexed.problem, cold));
      }),
      { numRuns: 500 },
    );
  });

  test('a what-if leaves the first solution as it was', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const { solved } = best(round);
        const before = copySolved(solved);
        whatIf(solved, [[solved.layout.hostArc, 0]]);
        expect(solved).toEqual(before);
      }),
    );
  });

  test('the price of a pair is what the total loses when one person must go there', async () => {
    await fc.assert(
      fc.asyncProperty(anyRound, fc.nat(), async (round, pick) => {
        const { indexed, solved, total, feasible } = best(round);
        const pairs = indexed.problem.pairSource.length;
        if (!feasible || pairs === 0) return;
        const i = pick % pairs;
        const { program } = startProgram(indexed, null);
        const force = {
          ...program,
          rowLower: Float64Array.of(...program.rowLower, 1),
          rowUpper: Float64Array.of(...program.rowUpper, Number.POSITIVE_INFINITY),
        };
        const row = program.rowLower.length;
        const indices = [...program.indices];
        const end = program.starts[i + 1] ?? 0;
        indices.splice(end, 0, row);
        const starts = program.starts.map((at, c) => (c > i ? at + 1 : at));
        const values = new Float64Array(indices.length).fill(1);
        const forced = await runHighs({ ...force, starts, indices: Int32Array.from(indices), values }, 10, false);
        const price = forcingPrices(solved, indexed.problem.pairSource)[i];
        if (forced.status !== 'optimal') expect(price).toBeNull();
        else
          expect(price).toBe(total - Math.round(program.cost.reduce((sum, c, k) => sum - c * (forced.x[k] ?? 0), 0)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('mode D', () => {
  test('without a calendar it reaches the total of mode C in whole people', async () => {
    await fc.assert(
      fc.asyncProperty(anyRound, async (round) => {
        const { indexed, total, feasible } = best(round);
        if (!feasible) return;
        const stated = startProgram(indexed, null);
        const ending = await runHighs(stated.program, 10);
        if (ending.status !== 'optimal') throw new Error(`HiGHS ended ${ending.status}`);
        expect(checkRound(round, startedPlacements(indexed, stated, ending.x), total)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
