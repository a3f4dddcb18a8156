import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '#infra/build.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { applies } from '#lib/core/survey/applies.ts';
import { loadTypedOf } from '../../../bench/round-walk.ts';
import { iwate, ministry } from '../../support/small-country.ts';
import { broken } from '../invariants.ts';
import { people } from '../people.ts';
import { nothingTold } from '../told.ts';
import { answersOf, register, survey, surveyName } from './country.ts';
import { type Kills, killer } from './killer.ts';
import { type MortalPlatform, mortalPlatform } from './mortal-platform.ts';
import { realPlace } from './real-place.ts';

/** What became of a round whose machines were killed. */
export interface KilledRound {
  readonly kills: Readonly<Kills>;
  readonly saved: number;
  readonly submitted: number;
  readonly mails: number;
  readonly problems: readonly string[];
}

/** How large a round, from which seed its kills are drawn, and how many milliseconds lie between two of them at least. */
export interface KillPlan {
  readonly hospitals: number;
  readonly seed: number;
  readonly gap: number;
  /** Kills in all; after them people are left in peace, so that a slow machine comes to an end too. */
  readonly most: number;
}

/** How often people try until they give up: more often than anything is killed. */
const tries = 100;

/** Minutes that pass until all must be at rest: a claim's ten, the canary's, and the hour for which a doubtful mail waits for proof. */
const rest = [0, 11, 11, 11, 40, 60, 400, 60] as const;

/** Plays a round of so many hospitals, opened, answered, approved and released while workers, engine and the whole platform are killed at moments drawn by a seed. */
export async function killRound(plan: KillPlan): Promise<KilledRound> {
  await ensureBuilt({ log: () => {} });
  const dataFolder = mkdtempSync(join(tmpdir(), 'renkei-kills-'));
  const platform = await mortalPlatform(dataFolder, plan.hospitals);
  try {
    return await play(platform, dataFolder, plan);
  } finally {
    await platform.end();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function play(platform: MortalPlatform, dataFolder: string, plan: KillPlan): Promise<KilledRound> {
  const { typedOf } = await loadTypedOf();
  const place = realPlace(platform, dataFolder);
  const told = nothingTold();
  const all = register(plan.hospitals);
  const asked = all.filter(({ kind, id }) => kind === 'hospital' && id.startsWith('IWATE'));
  const they = people(place, told, { survey: surveyName, register: all, tries });
  const death = killer(platform, plan);
  for (const actor of [ministry, iwate]) await they.as(actor);

  /** Two looks in a row must find nothing due: a message whose function was killed hides for some minutes before it comes again. */
  async function toRest(): Promise<boolean> {
    let quiet = 0;
    for (const minutes of rest) {
      if ((await platform.ask({ kind: 'pass', minutes })) === undefined)
        throw new Error('the platform ended by itself');
      quiet = (await place.items()).every(({ gsi2pk }) => !String(gsi2pk).startsWith('DUE#')) ? quiet + 1 : 0;
      if (quiet === 2) return true;
    }
    return false;
  }

  async function answer(round: string, hospital: Organisation): Promise<void> {
    const values = answersOf(hospital);
    const own = await they.enter(they.token(hospital.id));
    for (const section of survey.form.sections.filter(({ when }) => applies(when, values))) {
      const ids = new Set(section.questions.flatMap(({ id }) => [id, `${id}-other`]));
      const part = Object.fromEntries(Object.entries(values).filter(([id]) => ids.has(id)));
      const typed = Object.entries(typedOf(section.questions, values)).flatMap(([name, each]) =>
        each.map((value) => [name, value] as const),
      );
      await they.save(own, round, hospital.id, section.id, part, 'auto', typed);
    }
    await they.submit(own, round, hospital.id, values);
  }

  const round = await death.during(async () => {
    const prepared = await they.prepare();
    await they.open(prepared);
    return prepared;
  });
  await toRest();
  await death.during(async () => {
    await Promise.all(asked.map((hospital) => answer(round, hospital)));
    await they.approveMany(round);
  });
  await death.during(() => they.release(round));
  const rested = await toRest();

  const items = await place.items();
  const mails = place.mails().map(({ mail }) => ({ mail, afterChanges: 0, told: new Set(['Email Delivered']) }));
  const scene = { desk: place.desk, items: () => items, mails: () => mails, changes: () => [], deadLetters: () => [] };
  const problems = await broken(scene, told, rested);
  return {
    kills: death.kills(),
    saved: told.saved.length,
    submitted: told.submitted.length,
    mails: mails.length,
    problems,
  };
}

/** Plays so many rounds, each with kills of its own, and says of each what was killed; true when all came through. */
export async function killRounds(rounds: number, seed: number, say: (line: string) => void): Promise<boolean> {
  let whole = true;
  const total = { workers: 0, engine: 0, platform: 0 };
  for (let at = 0; at < rounds; at++) {
    const plan = { hospitals: 6, seed: seed + at, gap: 250, most: 40 };
    const { kills, saved, submitted, mails, problems } = await killRound(plan);
    for (const each of ['workers', 'engine', 'platform'] as const) total[each] += kills[each];
    say(
      `killed ${kills.workers} workers, ${kills.engine} times the engine, ${kills.platform} times all: ${saved} sections saved, ${submitted} answers, ${mails} mails, ${problems.length} problems (seed ${plan.seed})`,
    );
    for (const problem of problems) say(`        ${problem}`);
    whole &&= problems.length === 0;
  }
  say(
    `${total.workers + total.engine + total.platform} kills in ${rounds} rounds: ${total.workers} workers, ${total.engine} engines, ${total.platform} platforms; ${whole ? 'nothing lost, nothing doubled' : 'NOT ALL came through'}`,
  );
  return whole;
}

if (import.meta.main) {
  const [rounds = 1, seed = 1] = process.argv.slice(2).map(Number);
  process.exitCode = (await killRounds(rounds, seed, (line) => console.log(line))) ? 0 : 1;
}
