import { type Plant, plants } from './planted/plants.ts';
import { theatre } from './play.ts';
import { singles } from './schedules.ts';
import { smallestRound, useCases } from './use-cases.ts';
import { buildBundles, type Instead } from './world/bundles.ts';
import { readWiring, type Wiring } from './world/wiring.ts';

/** Tests the test: plants every mistake in turn, says whether it was caught, and gives the names of those that were not. */
export async function killPlanted(say: (line: string) => void): Promise<readonly string[]> {
  const wiring = readWiring();
  const alive: string[] = [];
  for (const plant of plants) {
    const caught = await caughtBy(plant, wiring).catch((problem: unknown) => {
      say(String(problem));
      return undefined;
    });
    say(caught === undefined ? `NOT CAUGHT  ${plant.name}` : `caught  ${plant.name}: ${caught}`);
    if (caught === undefined) alive.push(plant.name);
  }
  say(`${plants.length - alive.length} of ${plants.length} planted faults caught`);
  return alive;
}

/** The first sentence that a planted mistake brings about under single faults; undefined when it goes unseen. */
export async function caughtBy(plant: Plant, wiring: Wiring): Promise<string | undefined> {
  const useCase = [...useCases, smallestRound].find(({ name }) => name === plant.useCase);
  if (!useCase) throw new Error(`no use case is called ${plant.useCase}`);
  const stage = await theatre(wiring, await buildBundles(planted(plant)))(useCase);
  const faultless = await stage.play(0, []);
  if (faultless.problems.length > 0) return faultless.problems[0];
  const shows = (fault: Parameters<Plant['shows']>[0]) =>
    plant.shows(fault, 'call' in fault ? (faultless.trace[fault.call] ?? '') : '');
  for (const [at, fault] of singles(faultless).filter(shows).entries()) {
    const { problems } = await stage.play(at + 1, [fault]);
    if (problems[0] !== undefined) return problems[0];
  }
  return undefined;
}

/** Edits as a bundle reads them; a passage that a file does not hold exactly once would plant nothing, and so throws. */
function planted({ name, edits }: Plant): Instead {
  const files = Map.groupBy(edits, ({ file }) => file);
  return Object.fromEntries(
    [...files].map(([file, own]) => [
      file,
      (original: string) =>
        own.reduce((text, { from, to }) => {
          if (text.split(from).length !== 2) throw new Error(`“${name}” no longer fits ${file}: ${from}`);
          return text.replace(from, () => to);
        }, original),
    ]),
  );
}
