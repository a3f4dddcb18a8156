import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '#infra/build.ts';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { demoRegister } from '#infra/local/demo/register.ts';
import type { FunctionUse } from '#infra/local/gateway/meter.ts';
import { startPlatform } from '#infra/local/platform.ts';
import type { Platform } from '#infra/local/platform-contract.ts';
import { nameOf } from '#infra/local/template/logical-id.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { rows } from '#lib/store/rows.ts';
import type { Played } from './line.ts';
import { billOf, prices, type Used } from './prices.ts';
import { figure, printTable } from './print-table.ts';
import { days, roundWalk } from './round-walk.ts';
import { shown } from './visitor.ts';

/** What beyond the mails a round of 1,500 hospitals should cost at most, and what it was once estimated at, US$. */
export const anchor = { hospitals: 1500, aim: 0.2, estimate: 0.28 };

/** Shares of the hospitals that answer before any reminder, after the first and after the second. */
const answering = [0.7, 0.15, 0.15];

/** Hospitals that answer at the same time, and workers of one function: as many as cores, for time that a function waits for a core would count as its own. */
const atOnce = availableParallelism();

/** Days for which the five-minute tick of a real round runs: asked for six weeks, released two weeks after. */
const ticking = { days: 56, aDay: 288 };

type Phase = Used & {
  readonly name: string;
  readonly calls: Readonly<Record<string, number>>;
  readonly seconds: number;
};

/** Plays one whole round with that many 連携先 hospitals over HTTP, prints its cost and gives what it used, and throws when submit or list cost more calls than they may. */
export async function benchRound(destinations: number): Promise<Played> {
  await ensureBuilt({ log: () => {} });
  const edition = koiki.editions.at(-1);
  const survey = edition?.surveys.find(({ id }) => id === 'destination');
  if (!edition || !survey) throw new Error('the programme has no edition');
  const register = demoRegister(edition, destinations);
  const dataFolder = mkdtempSync(join(tmpdir(), 'renkei-bench-'));
  console.log(`\nPlaying a round of ${destinations} hospitals; this takes minutes, a line at the end of each phase.`);
  const lines: string[] = [];
  const platform = await startPlatform({
    template: '.build/cdk.out/Renkei.template.json',
    dataFolder,
    clock: `${days.opened}T01:00:00.000Z`,
    meterCapacity: true,
    maxWorkers: atOnce,
    seed: (context) => demoDesk(context).table.putAll(register.map((one) => rows.organisation.item(one))),
    log: (line) => lines.push(line),
  });
  try {
    platform.mail.quota.maxSendRate = 100_000;
    return await play(platform);
  } catch (error) {
    console.error(lines.slice(-20).join('\n'));
    throw error;
  } finally {
    await platform.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }

  async function play(on: Platform): Promise<Played> {
    if (!edition || !survey) throw new Error('the programme has no edition');
    const phases: Phase[] = [];
    const phase = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
      const done = await measured(on, name, act);
      phases.push(done.phase);
      const { seconds, httpRequests, readUnits, writeUnits } = done.phase;
      console.log(
        `  ${name}: ${figure(seconds)} s, ${figure(httpRequests)} requests, ${figure(readUnits)} read and ${figure(writeUnits)} write units`,
      );
      return done.value;
    };
    const walk = await roundWalk(on, edition, survey);
    const round = await phase('ministry opens', walk.open);
    const asked = register.filter(({ contacts }) => walk.tokens('回答のお願い').has(contacts[0]?.email ?? ''));
    const waves = shares(asked);
    const answer = async (wave: readonly Organisation[], word: string) => {
      const tokens = walk.tokens(word);
      await inParallel(wave, (one) => walk.answer(round, one, tokens.get(one.contacts[0]?.email ?? '') ?? ''));
    };
    await phase('hospitals answer', () => answer(waves[0] ?? [], '回答のお願い'));
    for (const [at, day] of days.reminders.entries()) {
      await phase(`reminder ${at + 1}`, () => on.clock.advanceTo(`${day}T01:00:00.000Z`));
      await phase('late ones answer', () => answer(waves[at + 1] ?? [], '期限が近づいています'));
    }
    const submitting = callsOf(phases, 'Hospital', 'TransactWriteItems');
    const prefectures = [...new Set(asked.map(({ prefecture }) => prefecture))];
    await phase('prefectures approve', () => inParallel(prefectures, (one) => walk.approve(round, one)));
    await phase('clock to the release', () => on.clock.advanceTo(`${days.released}T01:00:00.000Z`));
    await phase('ministry releases', () => walk.release(round));

    const readers = [...walk.tokens('連携先病院の一覧').values()];
    on.function('PagesPartner').kill();
    const reading: Phase[] = [];
    await phase('lists and sheets read', async () => {
      for (const [at, token] of readers.entries()) {
        const { browser, list } = await walk.enter(token);
        const see = async () => shown(await browser.get(list));
        const seen = at > 1 ? { value: await see() } : await measured(on, at === 0 ? 'cold' : 'warm', see);
        if ('phase' in seen) reading.push(seen.phase);
        const sheet = /href="([^"]*\/list\/\d[^"?]*)/.exec(seen.value.body)?.[1];
        if (sheet === undefined) throw new Error('a list without hospitals');
        shown(await browser.get(sheet));
      }
    });
    const { phase: tick } = await measured(on, 'tick', () => on.tick());
    report({ asked: asked.length, readers: readers.length, phases, tick });
    printByFunction(on);
    printByOperation(on);
    assertCalls(asked.length, submitting, reading);
    return { asked: asked.length, used: sum('whole round', phases) };
  }
}

function report(of: { asked: number; readers: number; phases: readonly Phase[]; tick: Phase }): void {
  const { asked, readers, phases, tick } = of;
  const total = sum('whole round', phases);
  const line = (one: Phase) => [
    one.name,
    figure(one.httpRequests),
    figure(one.readUnits),
    figure(one.writeUnits),
    figure(Object.values(one.calls).reduce((a, b) => a + b, 0)),
    figure(one.invocations),
    figure(one.cpuMilliseconds / 1000, 1),
    figure(one.megabyteMilliseconds / 1_024_000, 1),
    figure(one.mails),
    figure(one.seconds),
  ];
  const head = [
    'phase',
    'requests',
    'read units',
    'write units',
    'SDK calls',
    'Lambdas',
    'CPU s',
    'GB × s',
    'mails',
    'took s',
  ];
  printTable(`A round of ${asked} hospitals, ${readers} 連携元`, head, [...phases, total].map(line));

  const bill = billOf(total);
  const mails = bill.mails ?? 0;
  const beyond = Object.values(bill).reduce((a, b) => a + b, 0) - mails;
  const money = (value: number) => `$${value.toFixed(4)}`;
  const scaled = (value: number) => money((value * anchor.hospitals) / asked);
  printTable(
    `Dollars by Tokyo's prices of ${prices.asOf}, no free tier`,
    ['line', 'this round', `in proportion, ${figure(anchor.hospitals)}`],
    [
      ...Object.entries(bill).map(([name, value]) => [name, money(value), scaled(value)]),
      ['beyond the mails', money(beyond), scaled(beyond)],
      ['with the mails', money(beyond + mails), scaled(beyond + mails)],
    ],
  );
  console.log(
    `  Aim: ${figure(anchor.hospitals)} hospitals beyond the mails ≤ $${anchor.aim}; an estimate stood at $${anchor.estimate}.`,
  );
  const idle = billOf(tick);
  const ticks = Object.values(idle).reduce((a, b) => a + b, 0) * ticking.aDay * ticking.days;
  console.log(
    `  Standing beside it: the five-minute tick, ${figure(tick.readUnits, 1)} read units each, ${money(ticks)} in ${ticking.days} days.`,
  );
  console.log(
    `  Lambda time: ${wholeProcessor} MB for as long as a processor was busy, ${waiting} ms of waiting a call, no cold starts.`,
  );
  console.log(
    '  In proportion is too much for small rounds: lists and release cost the same whatever number is asked.',
  );
}

function printByFunction(on: Platform): void {
  const uses = Object.entries(on.meter.all()).filter(([id]) => id in on.admin.variables);
  printTable(
    'By function',
    ['function', 'invocations', 'mean ms', 'CPU ms', 'cold starts', 'read units', 'write units'],
    uses.map(([id, use]) => [
      shortName(id),
      figure(use.invocations),
      figure(use.milliseconds / Math.max(1, use.invocations), 1),
      figure(use.cpuMilliseconds / Math.max(1, use.invocations), 1),
      figure(use.coldStarts),
      figure(use.readUnits),
      figure(use.writeUnits),
    ]),
  );
}

/** Where the units go: what each function asked of the table, the dearest first. */
function printByOperation(on: Platform): void {
  const lines = Object.entries(on.meter.all()).flatMap(([id, { calls, units }]) =>
    Object.entries(units).map(([call, used]) => ({ id, call, used, count: calls[call] ?? 0 })),
  );
  printTable(
    'By operation on the table',
    ['function and operation', 'calls', 'units', 'units a call'],
    lines
      .filter(({ id, used }) => id in on.admin.variables && used > 0)
      .sort((a, b) => b.used - a.used)
      .map(({ id, call, used, count }) => [
        `${shortName(id)} ${call.replace(/^.*:/, '')}`,
        figure(count),
        figure(used),
        figure(used / count, 1),
      ]),
  );
}

/** A function's name out of its logical id. */
const shortName = (id: string): string => nameOf(id).replace(/^(Pages|Jobs)/, '');

/** Submitting is one transaction; a list is one query, of the hospital's own conversations, whether the function is cold or warm. */
function assertCalls(asked: number, submitting: number, [cold, warm]: readonly Phase[]): void {
  const queries = (phase: Phase | undefined) => callsOf(phase ? [phase] : [], 'Partner', 'Query');
  const [first, second] = [queries(cold), queries(warm)];
  console.log(
    `  Submit: ${submitting} transactions for ${asked} answers. List: ${JSON.stringify(cold?.calls)} cold, ${JSON.stringify(warm?.calls)} warm.`,
  );
  if (submitting !== asked) throw new Error(`${asked} answers took ${submitting} transactions, not one each`);
  if (first !== 1 || second !== 1)
    throw new Error(`a cold list takes ${first} queries and a warm one ${second}, not one each`);
}

const callsOf = (phases: readonly Phase[], functionName: string, operation: string): number =>
  phases.reduce((count, { calls }) => count + (calls[`${functionName} ${operation}`] ?? 0), 0);

/** Runs an act until all has come to rest, and counts what every function used meanwhile. */
async function measured<T>(on: Platform, name: string, act: () => Promise<T>): Promise<{ value: T; phase: Phase }> {
  const before = snapshot(on);
  const began = performance.now();
  const value = await act();
  await on.settle(600_000);
  const seconds = (performance.now() - began) / 1000;
  const after = snapshot(on);
  const less = (key: keyof Used) => after[key] - before[key];
  const calls = Object.fromEntries(
    Object.entries(after.calls).flatMap(([key, count]) => {
      const more = count - (before.calls[key] ?? 0);
      return more === 0 ? [] : [[key, more]];
    }),
  );
  const mails = less('mails');
  const used = {
    readUnits: less('readUnits'),
    writeUnits: less('writeUnits'),
    httpRequests: less('httpRequests'),
    invocations: less('invocations'),
    megabyteMilliseconds: less('megabyteMilliseconds'),
    cpuMilliseconds: less('cpuMilliseconds'),
    sqsRequests: less('sqsRequests'),
    mails,
  };
  return { value, phase: { name, ...used, calls, seconds } };
}

/** Functions that a queue feeds: Lambda receives a batch by one request to SQS and deletes it by another. */
const fedByQueue = ['JobsRunJob', 'JobsSendMail', 'JobsSettleMail'];
/** Messages that EventBridge puts on a queue for a mail: SES's events of sending and of delivery. */
const eventsAMail = 2;

/** Megabytes at which a function has one whole processor (AWS Lambda Developer Guide, memory); with less it takes so much longer. */
const wholeProcessor = 1769;
/** Milliseconds that a function waits for an AWS service to answer: DynamoDB promises single digits. */
const waiting = 6;

/** Megabytes × milliseconds of a function by the time that its processor was busy, and a wait for each call; wall time here says more of this machine. */
function megabyteMillisecondsOf({ cpuMilliseconds, megabyteMilliseconds, milliseconds, calls }: FunctionUse): number {
  const memory = megabyteMilliseconds / Math.max(1, milliseconds);
  const asked = Object.values(calls).reduce((a, b) => a + b, 0);
  return cpuMilliseconds * Math.max(memory, wholeProcessor) + asked * waiting * memory;
}

/** All that the meter has counted of the product's functions. */
function snapshot(on: Platform): Used & { readonly calls: Readonly<Record<string, number>> } {
  const uses = Object.entries(on.meter.all()).filter(([id]) => id in on.admin.variables);
  const total = (count: (use: (typeof uses)[number][1]) => number, of = uses) =>
    of.reduce((all, [, use]) => all + count(use), 0);
  const only = (prefix: string) => uses.filter(([id]) => id.startsWith(prefix));
  const mails = on.inbox.list().length;
  const batches = fedByQueue.reduce((all, id) => all + total(({ invocations }) => invocations, only(id)), 0);
  const sent = total(({ calls }) => calls['sqs:SendMessageBatch'] ?? 0);
  const calls: Record<string, number> = {};
  for (const [id, use] of uses) {
    for (const [call, count] of Object.entries(use.calls))
      calls[`${shortName(id)} ${call.replace(/^.*:/, '')}`] = count;
  }
  return {
    readUnits: total(({ readUnits }) => readUnits),
    writeUnits: total(({ writeUnits }) => writeUnits),
    httpRequests: total(({ invocations }) => invocations, only('Pages')),
    invocations: total(({ invocations }) => invocations),
    megabyteMilliseconds: total(megabyteMillisecondsOf),
    cpuMilliseconds: total(({ cpuMilliseconds }) => cpuMilliseconds),
    sqsRequests: sent + mails * eventsAMail + batches * 2,
    mails,
    calls,
  };
}

function sum(name: string, phases: readonly Phase[]): Phase {
  const of = (key: keyof Used | 'seconds') => phases.reduce((all, phase) => all + phase[key], 0);
  const calls: Record<string, number> = {};
  for (const phase of phases) {
    for (const [key, count] of Object.entries(phase.calls)) calls[key] = (calls[key] ?? 0) + count;
  }
  return {
    name,
    readUnits: of('readUnits'),
    writeUnits: of('writeUnits'),
    httpRequests: of('httpRequests'),
    invocations: of('invocations'),
    megabyteMilliseconds: of('megabyteMilliseconds'),
    cpuMilliseconds: of('cpuMilliseconds'),
    sqsRequests: of('sqsRequests'),
    mails: of('mails'),
    seconds: of('seconds'),
    calls,
  };
}

/** The hospitals in as many parts as there are shares; every part takes from all over the country. */
function shares(hospitals: readonly Organisation[]): Organisation[][] {
  const bounds = answering.map((_, at) => answering.slice(0, at + 1).reduce((a, b) => a + b, 0));
  const parts = answering.map((): Organisation[] => []);
  for (const [at, hospital] of hospitals.entries()) {
    const place = ((at * 37) % 100) / 100;
    parts[
      Math.max(
        0,
        bounds.findIndex((bound) => place < bound - 1e-9),
      )
    ]?.push(hospital);
  }
  return parts;
}

async function inParallel<T>(things: readonly T[], act: (thing: T) => Promise<void>): Promise<void> {
  const waiting = [...things];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

if (import.meta.main) await benchRound(Number(process.argv[2] ?? 330));
