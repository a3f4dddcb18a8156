import { rows } from '#lib/store/rows.ts';
import type { Passkey } from './passkey.ts';
import { people } from './people.ts';
import { days, register } from './small-play.ts';
import type { Told } from './told.ts';
import type { World } from './world/world.ts';

/** One use case: what lies before it goes well; what it does is done again and again with something going wrong. */
export interface UseCase {
  readonly name: string;
  /** Brings the world to where the act begins, and says what the act needs to know. */
  prepare(world: World, told: Told): Promise<Prepared>;
  act(world: World, told: Told, given: Prepared): Promise<void>;
}

/** What an act needs to know of what lies before it. */
export interface Prepared {
  readonly round: string;
  readonly notice?: string;
  /** Id of a form that staff made; "id@version" where one version is meant. */
  readonly form?: string;
  /** Text of a file that no answer names. */
  readonly left?: string;
  /** Code of an invitation. */
  readonly code?: string;
  readonly device?: Passkey;
}

/** What lies before an act. */
export type Stage = (world: World, told: Told) => Promise<Prepared>;

/** The register is there, and nothing else. */
export const seeded: Stage = async (world) => {
  world.time.moveTo(Date.parse(days.begun));
  await world.desk.table.putAll(register.map((one) => rows.organisation.item(one)));
  await world.toRest(1);
  return { round: '' };
};

type Act = (they: ReturnType<typeof people>, given: Prepared, world: World) => Promise<unknown>;
/** A use case that people act. */
export const useCase = (name: string, prepare: Stage, act: Act): UseCase => ({
  name,
  prepare,
  act: async (world, told, given) => {
    await act(people(world, told), given, world);
  },
});
