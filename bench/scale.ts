import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '#infra/build.ts';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { demoRegister } from '#infra/local/demo/register.ts';
import { startPlatform } from '#infra/local/platform.ts';
import type { Platform } from '#infra/local/platform-contract.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { rows } from '#lib/store/rows.ts';
import { openRound } from '#lib/usecases/move-round.ts';
import { prepareRound } from '#lib/usecases/prepare-round.ts';
import { figure, printTable } from './print-table.ts';

/** What the notices of a round used: every hospital asked by mail, its events settled, and all reminded once. */
interface Used {
  readonly asked: number;
  readonly mails: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly cpuMilliseconds: number;
  readonly seconds: number;
  /** Megabytes that the process of platform and functions grew by, at its largest. */
  readonly megabytes: number;
}

/** How much more a hospital of a larger round may cost than one of the smallest. */
const aim = 1.05;

/** Days of the round, JST. */
const days = { opened: '2027-01-18T01:00:00.000Z', due: '2027-01-29', reminded: '2027-01-22T01:00:00.000Z' } as const;

/** Plays the notices of rounds of several sizes, each in a process of its own, and prints what a hospital costs in each; throws when a larger round costs more a hospital than it may in units. */
export async function benchScale(sizes: readonly number[]): Promise<void> {
  await ensureBuilt({ log: () => {} });
  const load = loadavg()[0] ?? 0;
  const played = sizes.map((size): Used => {
    const { stdout, status } = spawnSync(process.execPath, [import.meta.filename, '--one', String(size)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error(`a round of ${size} hospitals failed`);
    return JSON.parse(stdout);
  });
  const [least] = played;
  if (!least) return;
  const each = (used: Used, key: keyof Used) => used[key] / used.asked;
  const kinds = ['writeUnits', 'readUnits', 'cpuMilliseconds', 'seconds', 'megabytes', 'mails'] as const;
  printTable(
    `Notices of a round, a hospital (load before ${load.toFixed(1)} on ${availableParallelism()} processors; aim ≤ ${aim} ×)`,
    ['hospitals', ...kinds.flatMap((kind) => [kind, '×'])],
    played.map((used) => [
      figure(used.asked),
      ...kinds.flatMap((kind) => [
        figure(each(used, kind), kind === 'seconds' ? 4 : 2),
        (each(used, kind) / each(least, kind)).toFixed(3),
      ]),
    ]),
  );
  const dearer = played.some((used) =>
    (['writeUnits', 'readUnits'] as const).some((kind) => each(used, kind) > aim * each(least, kind)),
  );
  if (dearer) throw new Error(`a larger round costs more than ${aim} × a hospital in units`);
}

async function playOne(hospitals: number): Promise<Used> {
  const edition = koiki.editions.at(-1);
  if (!edition) throw new Error('the programme has no edition');
  const dataFolder = mkdtempSync(join(tmpdir(), 'renkei-scale-'));
  const register = demoRegister(edition, hospitals);
  const platform = await startPlatform({
    template: '.build/cdk.out/Renkei.template.json',
    dataFolder,
    clock: days.opened,
    meterCapacity: true,
    maxWorkers: availableParallelism(),
    seed: (context) => demoDesk(context).table.putAll(register.map((one) => rows.organisation.item(one))),
  });
  try {
    platform.mail.quota.maxSendRate = 100_000;
    platform.mail.quota.max24HourSend = 1_000_000;
    return await playNotices(platform, edition.id);
  } finally {
    await platform.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function playNotices(platform: Platform, edition: string): Promise<Used> {
  const desk = demoDesk(platform.admin);
  const ministry = { kind: 'ministry', id: 'bench', name: '医事課' } as const;
  const rest = async () => {
    if (!(await platform.settle(900_000))) throw new Error('the platform did not come to rest');
  };
  await rest();
  const prepared = await prepareRound(desk, ministry, {
    program: koiki.id,
    edition,
    survey: 'destination',
    title: '連携先病院の情報提供調査',
    due: days.due,
    release: '2027-02-12',
    ladder: ['-7'],
    officeName: '厚生労働省医政局医事課（デモ）',
    officeTelephone: '000-0000-0000',
    request: 'scale',
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const memory = peak();
  const before = usedBy(platform);
  const began = performance.now();
  await openRound(desk, ministry, prepared.value.id);
  await rest();
  const asked = platform.inbox.list().length;
  await platform.clock.advanceTo(days.reminded);
  await rest();
  const seconds = (performance.now() - began) / 1000;
  const after = usedBy(platform);
  const mails = platform.inbox.list().length;
  if (mails !== asked * 2) throw new Error(`${asked} were asked and ${mails - asked} reminded`);
  return {
    asked,
    mails,
    writeUnits: after.writeUnits - before.writeUnits,
    readUnits: after.readUnits - before.readUnits,
    cpuMilliseconds: after.cpuMilliseconds - before.cpuMilliseconds,
    seconds,
    megabytes: memory.end(),
  };
}

/** All that the meter has counted of the product's functions. */
function usedBy(platform: Platform) {
  const uses = Object.entries(platform.meter.all()).flatMap(([id, use]) =>
    id in platform.admin.variables ? [use] : [],
  );
  const sum = (key: 'writeUnits' | 'readUnits' | 'cpuMilliseconds') => uses.reduce((all, use) => all + use[key], 0);
  return {
    writeUnits: sum('writeUnits'),
    readUnits: sum('readUnits'),
    cpuMilliseconds: sum('cpuMilliseconds'),
  };
}

/** Watches how far the process grows, in megabytes. */
function peak(): { end(): number } {
  const from = process.memoryUsage().rss;
  let most = from;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 100);
  return {
    end() {
      clearInterval(watch);
      return (most - from) / 1e6;
    },
  };
}

if (import.meta.main) {
  const [first, ...more] = process.argv.slice(2);
  if (first === '--one') console.log(JSON.stringify(await playOne(Number(more[0]))));
  else await benchScale([first, ...more].flatMap((size) => (size === undefined ? [] : [Number(size)])));
}
