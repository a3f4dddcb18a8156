/**
 * The figures of allocation, each against its peer in the same run: CPU time, the median of the repeats, results checked identical first.
 * Solvers keep their memory from repeat to repeat, as the C++ peer does: fresh pages would cost either more than its work.
 * `npm run bench:matching`; exits with 1 when a result differs, 0 otherwise (figures are for reading, machines differ).
 */
import '../as-deployed.ts';
import { changeCapacity } from '#lib/core/matching/allocation/flow/dual-simplex.ts';
import { runHighs } from '#lib/core/matching/allocation/free/run-highs.ts';
import { solveFlow, totalScore } from '#lib/core/matching/allocation/round/best-total.ts';
import { type FlowProblem, roundNetwork } from '#lib/core/matching/allocation/round/flow-problem.ts';
import { deferredAcceptance } from '#lib/core/matching/allocation/stable/deferred-acceptance.ts';
import { flexibleDeferredAcceptance } from '#lib/core/matching/allocation/stable/flexible-deferred-acceptance.ts';
import { type Memory, reusable } from '#lib/core/matching/allocation/stable/memory.ts';
import { type Standing, standings } from '#lib/core/matching/allocation/stable/standing.ts';
import type { TwoSidedLists } from '#lib/core/matching/allocation/stable/two-sided-lists.ts';
import { linearProgram, randomMarket, randomRound, withRegions } from './instances.ts';
import { compilePeer, cpuTimes, mean, median, runPeer } from './peer.ts';

let differs = false;

/** Turns that a solver and its peer take. */
const rounds = 10;

const figure = (work: string, own: number, peer: number, peerName: string, reach: string) =>
  console.log(
    `${work}: ${own.toFixed(2)} ms; ${peerName} ${peer.toFixed(2)} ms; ratio ${(own / peer).toFixed(3)} (reach ${reach})`,
  );

const same = (what: string, identical: boolean) => {
  if (!identical) differs = true;
  console.log(`  ${what}: ${identical ? 'identical' : 'DIFFERENT'}`);
};

stable('Hospitals/Residents 100k × 5k, lists of 10, ranks + solve', randomMarket(100_000, 5_000, 10, 1), 60);
stable(
  'Hospitals/Residents 10k × 1k, lists of 10, ranks + solve',
  randomMarket(10_000, 1_000, 10, 2),
  60,
  'ahead of packaged peers, 12 × and more',
);
regional();
await flow();
process.exit(differs ? 1 : 0);

function stable(work: string, market: TwoSidedLists, repeats: number, reach = '≤ 1.3'): void {
  let match: Int32Array = new Int32Array();
  let solveAgain = keeping(market, deferredAcceptance);
  const solve = () => {
    match = solveAgain();
  };
  const peer = compilePeer('hospitals-residents.cpp');
  if ('why' in peer) {
    console.log(`${work}: peer not compiled (${peer.why})`);
    return;
  }
  const { proposers, receivers, listStart, list, prefStart, pref, cap } = market;
  const instance = [
    Int32Array.of(proposers, receivers, list.length, pref.length),
    listStart,
    list,
    prefStart,
    pref,
    cap,
  ];
  cpuTimes(5, solve);
  const own: number[] = [];
  const other: number[] = [];
  let answer: Buffer = Buffer.alloc(0);
  // How well memory lies differs from process to process by half of the time: each has several pieces of it.
  for (let i = 0; i < rounds; i++) {
    solveAgain = keeping(market, deferredAcceptance);
    own.push(...cpuTimes(Math.ceil(repeats / rounds), solve));
    const run = runPeer(peer.program, instance, Math.ceil(repeats / rounds));
    other.push(...(run.columns[0] ?? []));
    answer = run.answer;
  }
  same(
    'matching',
    match.every((e, p) => e === answer.readInt32LE(4 * p)),
  );
  figure(work, median(own), median(other), 'C++ -O3, same algorithm', reach);
}

/** Ranks and solve of a market, over and over in the same memory. */
function keeping<M extends TwoSidedLists>(
  market: M,
  solve: (market: M, standing: Standing, memory: Memory) => Int32Array,
): () => Int32Array {
  const memory = reusable();
  return () => {
    memory.again();
    return solve(market, standings(market, memory), memory);
  };
}

function regional(): void {
  const market = withRegions(randomMarket(10_000, 1_000, 10, 3), 47);
  const roomy = { ...market, regionCap: market.regionCap.map(() => 1_000_000) };
  const plain = keeping(market, deferredAcceptance);
  const flexible = keeping(market, flexibleDeferredAcceptance);
  const unbound = flexibleDeferredAcceptance(roomy, standings(market));
  same(
    'flexible with room everywhere, against plain',
    plain().every((e, p) => e === unbound[p]),
  );
  cpuTimes(30, plain);
  cpuTimes(30, flexible);
  figure(
    'FDA 10k × 1k, 47 regions that bind',
    median(cpuTimes(40, flexible)),
    median(cpuTimes(40, plain)),
    'plain deferred acceptance',
    '≤ 2.5',
  );
}

async function flow(): Promise<void> {
  const problem = randomRound(500, 2_000, 100, 47, 4);
  const work = 'Flow 500 × 2,000, 50k edges, 47 caps, 2 floors';
  let solved = solveFlow(problem);
  const total = totalScore(problem, solved);
  const cold = cpuTimes(20, () => {
    solved = solveFlow(problem);
  });
  const peer = compilePeer('min-cost-flow.cpp');
  if ('why' in peer)
    console.log(`${work}: ${median(cold).toFixed(2)} ms; LEMON is not here, its peer was skipped (${peer.why})`);
  else {
    const run = runPeer(peer.program, withLowerBounds(problem), 15);
    same('total score, against LEMON', -run.answer.readBigInt64LE() === BigInt(total));
    figure(work, median(cold), median(run.columns[0] ?? []), 'LEMON network simplex', '≤ 3');
  }
  const before = process.cpuUsage();
  const referee = await runHighs(linearProgram(problem), 60, false);
  const { user, system } = process.cpuUsage(before);
  const objective =
    referee.status === 'optimal' ? referee.x.reduce((sum, x, i) => sum + x * (problem.score[i] ?? 0), 0) : Number.NaN;
  same('total score, against HiGHS', Math.abs(objective - total) < 1e-3);
  figure(work, median(cold), (user + system) / 1000, 'HiGHS wasm LP, cold', 'ahead');
  warm(problem, mean(cold));
}

/** One seat more or fewer at each of 200 hosts in turn, each warm answer in ten checked against a cold one. */
function warm(problem: FlowProblem, cold: number): void {
  const { layout, tree } = solveFlow(problem);
  const { network, hostArc } = layout;
  const times: number[] = [];
  let identical = true;
  for (let i = 0; i < 400; i++) {
    const h = (i * 7) % problem.hostCap.length;
    const seats = Math.max(0, (network.upper[hostArc + h] ?? 0) + (i % 2 === 0 ? 1 : -1));
    times.push(...cpuTimes(1, () => void changeCapacity(network, tree, hostArc + h, seats)));
    if (i % 10 > 0) continue;
    const hostCap = network.upper.slice(hostArc, hostArc + problem.hostCap.length);
    const anew = solveFlow({ ...problem, hostCap });
    identical &&= totalScore(problem, anew) === totalScore(problem, { layout, tree });
  }
  same('warm totals, against cold', identical);
  figure('same, one capacity changed (means)', mean(times.slice(100)), cold, 'cold solve', '≤ 0.05');
}

/** The same circulation for LEMON: floors as lower bounds on the supply instead of rewarded arcs, no guard arcs. */
function withLowerBounds(problem: FlowProblem): Int32Array[] {
  const { network, floorArc, supplyArc } = roundNetwork(problem);
  const arcs: number[] = [];
  for (let e = 0; e < supplyArc + problem.floor.length; e++) if (e < floorArc || e >= supplyArc) arcs.push(e);
  const column = (value: (arc: number) => number) => Int32Array.from(arcs, value);
  return [
    Int32Array.of(network.nodes, arcs.length),
    column((e) => network.from[e] ?? 0),
    column((e) => network.to[e] ?? 0),
    column((e) => (e >= supplyArc ? (problem.floor[e - supplyArc] ?? 0) : 0)),
    column((e) => network.upper[e] ?? 0),
    column((e) => network.cost[e] ?? 0),
  ];
}
