import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { sessionCookie } from '#functions/site/cookie.ts';
import { ensureBuilt } from '#infra/build.ts';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { addDays, dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { allHospitals } from '#lib/usecases/invitation.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { figure, printTable, quantile } from './print-table.ts';
import { shown, type Visitor, visitor } from './visitor.ts';

/** How many people use the site at once, for how long, and how long each looks at a page on the average before the next, ms. */
const crowd = { users: 50, milliseconds: 20_000, looking: 1000 };

/** Seconds that the first start and a later one may take at most. */
const aims = { first: 60, later: 5 };

interface Started {
  readonly process: ChildProcess;
  readonly seconds: number;
}

/** Starts the local platform as `npm start` does, twice; then lets people walk its main pages, and prints both. */
export async function benchLoad(): Promise<void> {
  await ensureBuilt({ log: () => {} });
  const folder = mkdtempSync(join(tmpdir(), 'renkei-load-'));
  try {
    const first = await start(folder);
    await stop(first);
    const later = await start(folder);
    try {
      const idle = memory(later);
      const times = await walk(folder);
      const busy = memory(later);
      printTable(
        'The local platform on this machine',
        ['measure', 'figure', 'aim'],
        [
          ['first start, seeding, s', first.seconds.toFixed(1), `≤ ${aims.first}`],
          ['later start, s', later.seconds.toFixed(1), `≤ ${aims.later}`],
          ['memory at rest, MB', figure(idle), ''],
          [`memory after ${crowd.users} users, MB`, figure(busy), ''],
        ],
      );
      report(times);
    } finally {
      await stop(later);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder: string): Promise<Started> {
  const began = performance.now();
  const env = { ...process.env, PORT: '0', RENKEI_DATA: folder };
  const child = spawn(process.execPath, ['infra/local/start.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line.startsWith('Ready in')) break;
  }
  if (!said.at(-1)?.startsWith('Ready in')) throw new Error(`the platform did not start:\n${said.join('\n')}`);
  child.stdout.resume();
  return { process: child, seconds: (performance.now() - began) / 1000 };
}

async function stop({ process: child }: Started): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Resident memory of the platform and the processes it started, megabytes; 0 where the machine does not tell. */
function memory({ process: child }: Started): number {
  const stat = (pid: string): { parent: number; kilobytes: number } => {
    try {
      const text = readFileSync(`/proc/${pid}/status`, 'utf8');
      const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
      return { parent: of('PPid'), kilobytes: of('VmRSS') };
    } catch {
      return { parent: 0, kilobytes: 0 };
    }
  };
  if (process.platform !== 'linux') return 0;
  const own = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid: Number(pid), ...stat(pid) }))
    .filter(({ pid, parent }) => pid === child.pid || parent === child.pid);
  return own.reduce((all, { kilobytes }) => all + kilobytes, 0) / 1024;
}

const running = z.object({
  endpoint: z.string(),
  region: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  tableName: z.string(),
  origin: z.string(),
});

/** Lets a crowd walk the main pages; milliseconds of every answer by page. */
async function walk(folder: string): Promise<ReadonlyMap<string, number[]>> {
  const told = running.parse(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')));
  const desk = demoDesk({ ...told, variables: {}, now: () => new Date(), log: () => {} });
  const routes = await prepare(desk, told.origin);
  for (const [, steps] of routes) for (const step of steps) shown(await step.go());
  const times = new Map<string, number[]>();
  const end = performance.now() + crowd.milliseconds;
  const user = async (number: number): Promise<void> => {
    const [, steps] = routes[number % routes.length] ?? [];
    for (let turn = number; performance.now() < end && steps; turn++) {
      await new Promise((resume) => setTimeout(resume, Math.random() * 2 * crowd.looking));
      const step = steps[turn % steps.length];
      if (!step) return;
      const began = performance.now();
      shown(await step.go());
      times.set(step.page, [...(times.get(step.page) ?? []), performance.now() - began]);
    }
  };
  await Promise.all(Array.from({ length: crowd.users }, (_, number) => user(number)));
  return times;
}

interface Step {
  readonly page: string;
  go(): ReturnType<Visitor['get']>;
}

/** Who walks where: clerks who answer an open round, clerks who read a released list, and staff. */
async function prepare(desk: Desk, origin: string): Promise<readonly (readonly [string, readonly Step[]])[]> {
  const past = (await allItems(desk.table, { index: 'gsi1', pk: lists.rounds() }))
    .map((item) => rows.round.read(item))
    .find(({ survey }) => survey === 'destination');
  if (!past) throw new Error('the demo holds no released round');
  const today = dayOfInstant(desk.world.now());
  const { releasedAt: _, ...rest } = past;
  const open = { ...rest, id: 'bench-open', due: addDays(today, 30), release: addDays(today, 44), ladder: [] };
  const heads = (await allItems(desk.table, { index: 'gsi1', pk: lists.answersOf(past.id) })).map((item) =>
    rows.answer.read(item),
  );
  await desk.table.putAll([
    rows.round.item({ ...open, state: 'open' }),
    ...heads.map(({ organisation, name, prefecture, area, region, version, chain }) => {
      const place = { round: open.id, organisation, name, prefecture, area, version, chain };
      return rows.answer.item({ ...place, ...(region === undefined ? {} : { region }), state: 'opened', revision: 0 });
    }),
  ]);
  const source = (await allHospitals(desk, '13')).find(({ takesPart }) => takesPart?.length);
  const [host] = heads;
  if (!source || !host) throw new Error('the demo holds no hospitals');
  const signedIn = async (actor: Actor) => visitor(origin, sessionCookie(await openSession(desk, actor)));
  const clerk = (round: string, purpose: 'answer' | 'list', { organisation, prefecture }: typeof place) =>
    signedIn({ kind: 'hospital', organisation, prefecture, round, purpose, name: '臨床研修担当' });
  const place = { organisation: host.organisation, prefecture: host.prefecture };
  const answering = await clerk(open.id, 'answer', place);
  const reading = await clerk(past.id, 'list', { organisation: source.id, prefecture: source.prefecture });
  const ministry = await signedIn({ kind: 'ministry', id: 'bench', name: '医事課' });
  const prefecture = await signedIn({
    kind: 'prefecture',
    id: 'bench-prefecture',
    name: '医療政策担当',
    prefecture: host.prefecture,
  });
  const survey = `/h/rounds/${open.id}`;
  const home = shown(await answering.get(survey));
  const section = /href="([^"]*\/sections\/[^"]*)"/.exec(home.body)?.[1] ?? survey;
  const list = `/h/rounds/${past.id}/list`;
  const sheet = /href="([^"]*\/list\/\d[^"?]*)/.exec(shown(await reading.get(list)).body)?.[1] ?? list;
  const step = (page: string, by: Visitor, path: string): Step => ({ page, go: () => by.get(path) });
  return [
    [
      'answering',
      [
        step('survey', answering, survey),
        step('section', answering, section),
        step('check', answering, `${survey}/check`),
      ],
    ],
    ['reading', [step('list', reading, list), step('sheet', reading, sheet)]],
    [
      'staff',
      [
        step('home (ministry)', ministry, '/s/home'),
        step('round (ministry)', ministry, `/s/rounds/${open.id}`),
        step('answers (ministry)', ministry, `/s/rounds/${open.id}/answers`),
        step('home (prefecture)', prefecture, '/s/home'),
        step('answers (prefecture)', prefecture, `/s/rounds/${open.id}/answers`),
      ],
    ],
    ['door', [step('door', visitor(origin), '/h/open'), step('section', answering, section)]],
  ];
}

function report(times: ReadonlyMap<string, readonly number[]>): void {
  const lines = [...times].sort().map(([page, all]) => {
    const sorted = [...all].sort((a, b) => a - b);
    return [page, figure(sorted.length), figure(quantile(sorted, 0.5)), figure(quantile(sorted, 0.99))];
  });
  const count = [...times.values()].reduce((all, { length }) => all + length, 0);
  printTable(
    `${crowd.users} people at once, a page each ${crowd.looking / 1000} s and the time it takes, ${crowd.milliseconds / 1000} s long: ${figure((count * 1000) / crowd.milliseconds, 1)} pages a second`,
    ['page', 'answers', 'p50 ms', 'p99 ms'],
    lines,
  );
  console.log('  One machine serves pages, engine and crowd; no figure of a deployment.');
}

if (import.meta.main) await benchLoad();
