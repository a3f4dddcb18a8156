import type { Fault } from './faults.ts';
import { broken } from './invariants.ts';
import { copyOf, nothingTold, type Told } from './told.ts';
import type { Prepared, UseCase } from './use-case.ts';
import type { Bundles } from './world/bundles.ts';
import type { Wiring } from './world/wiring.ts';
import { createWorld, type Kept, type World } from './world/world.ts';

/** What became of one schedule. */
export interface Played {
  readonly problems: readonly string[];
  readonly counted: World['counted'] extends () => infer Counted ? Counted : never;
  readonly trace: readonly string[];
  readonly log: readonly string[];
}

/** A use case at the moment before its act, to be played under one schedule after another. */
export interface Stage {
  play(seed: number, faults: readonly Fault[]): Promise<Played>;
}

/** Hours of the world's time in which everything must come to rest: a doubtful mail waits an hour for proof. */
const restHours = 36;

/** Functions that remember time, and so begin each schedule cold: the sender keeps the account's pace. */
const timekeepers = ['jobs-send-mail'];

interface Set {
  readonly kept: Kept;
  readonly told: Told;
  readonly given: Prepared;
}

/** One world in which use cases are staged; what lies before them is played once. */
export function theatre(wiring: Wiring, bundles: Bundles): (useCase: UseCase) => Promise<Stage> {
  const world = createWorld(wiring, bundles);
  const empty = world.keep();
  const sets = new Map<UseCase['prepare'], Set>();

  async function setOf({ name, prepare }: UseCase): Promise<Set> {
    const known = sets.get(prepare);
    if (known) return known;
    world.cool();
    world.restore(empty);
    world.begin(-1, []);
    const told = nothingTold();
    const given = await prepare(world, told);
    if (told.inVain.length > 0) {
      throw new Error(`${name} could not be prepared: ${told.inVain.join()}\n${world.log().join('\n')}`);
    }
    const made = { kept: world.keep(), told, given };
    sets.set(prepare, made);
    return made;
  }

  return async (useCase) => {
    const { kept, told: before, given } = await setOf(useCase);
    return {
      async play(seed, faults) {
        world.cool(timekeepers);
        world.restore(kept);
        world.begin(seed, faults);
        const told = copyOf(before);
        await useCase.act(world, told, given);
        await world.settle();
        await world.tick();
        const rested = await world.toRest(restHours);
        const problems = await broken(world, told, rested);
        return { problems, counted: { ...world.counted() }, trace: world.trace(), log: world.log() };
      },
    };
  };
}
