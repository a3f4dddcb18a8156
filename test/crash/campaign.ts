import type { Fault } from './faults.ts';
import { type Played, type Stage, theatre } from './play.ts';
import { pairs, type Schedule, sampled, seedOf, singles, triples } from './schedules.ts';
import type { UseCase } from './use-case.ts';
import { smallestRound, useCases } from './use-cases.ts';
import type { Bundles } from './world/bundles.ts';
import type { Wiring } from './world/wiring.ts';

/** How much is tried; `share` is this process's part of it, as one of so many. */
export interface Extent {
  /** Single faults of each use case at most. */
  readonly singles: number;
  /** Pairs of the smallest round at most. */
  readonly pairs: number;
  /** Triples of each use case. */
  readonly triples: number;
  readonly seed: number;
  readonly share?: { readonly at: number; readonly of: number };
  /** Ends a use case at its first failure. */
  readonly firstOnly?: boolean;
}

export interface Failure {
  readonly seed: string;
  readonly problems: readonly string[];
}

export interface Report {
  readonly tried: { readonly singles: number; readonly pairs: number; readonly triples: number };
  readonly failures: readonly Failure[];
}

/** Plays use cases under one schedule after another; `told` hears of each use case that is through. */
export async function campaign(
  wiring: Wiring,
  bundles: Bundles,
  extent: Extent,
  only: readonly UseCase[] = [...useCases, smallestRound],
  told: (line: string) => void = () => {},
): Promise<Report> {
  const tried = { singles: 0, pairs: 0, triples: 0 };
  const failures: Failure[] = [];
  const stageOf = theatre(wiring, bundles);
  for (const useCase of only) {
    const stage = await stageOf(useCase);
    const faultless = await stage.play(0, []);
    if (faultless.problems.length > 0)
      throw new Error(
        `${useCase.name} fails without a fault: ${faultless.problems.join('; ')}\n${faultless.log.join('\n')}`,
      );
    const kinds = {
      singles: sampled(singles(faultless), extent.singles, extent.seed).map((one) => [one]),
      pairs: useCase === smallestRound ? sampled(pairs(faultless), extent.pairs, extent.seed) : [],
      triples: triples(faultless, extent.triples, extent.seed),
    };
    const before = failures.length;
    for (const kind of ['singles', 'pairs', 'triples'] as const) {
      for (const faults of shareOf<readonly Fault[]>(kinds[kind], extent.share)) {
        tried[kind]++;
        const failure = await failed(stage, { useCase: useCase.name, faults, seed: extent.seed + tried[kind] });
        if (failure) failures.push(failure);
        if (failure && extent.firstOnly) return { tried, failures };
      }
    }
    told(`${useCase.name}: ${failures.length - before} failures`);
  }
  return { tried, failures };
}

async function failed(stage: Stage, schedule: Schedule): Promise<Failure | undefined> {
  const { problems } = await stage.play(schedule.seed, schedule.faults);
  return problems.length === 0 ? undefined : { seed: seedOf(schedule), problems };
}

const shareOf = <T>(list: readonly T[], share: Extent['share']): readonly T[] =>
  share ? list.filter((_, index) => index % share.of === share.at) : list;

/** Plays one schedule again. */
export async function replay(wiring: Wiring, bundles: Bundles, schedule: Schedule): Promise<Played> {
  const useCase = [...useCases, smallestRound].find(({ name }) => name === schedule.useCase);
  if (!useCase) throw new Error(`no use case is called ${schedule.useCase}`);
  return (await theatre(wiring, bundles)(useCase)).play(schedule.seed, schedule.faults);
}
