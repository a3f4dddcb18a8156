import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, dayOfInstant } from '#lib/core/calendar/day.ts';
import type { Evidence } from '#lib/core/notices/notice.ts';
import { tally } from '#lib/core/rounds/progress.ts';
import { idOfTag } from '#lib/mail/compose.ts';
import { extendRound } from '#lib/usecases/extend-round.ts';
import { handOver } from '#lib/usecases/hand-over.ts';
import { mergeHospital, partHospital } from '#lib/usecases/merge-hospital.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { answersOf } from '#lib/usecases/read-round.ts';
import { type Decision, reviewAnswer } from '#lib/usecases/review-answer.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { pauseReminders, remindNow, resumeReminders } from '#lib/usecases/steer-reminders.ts';
import { reopenRound, stopRound } from '#lib/usecases/stop-round.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { clerkOf } from '#test/functions/staff/open-round.ts';
import type { MailRoom } from './mail-room.ts';
import { iwate, ministry } from './small-country.ts';

const asked = ['IWATE1', 'IWATE2', 'IWATE3'] as const;

type Stage = 'owes' | 'submitted' | 'approved' | 'waived';

/** What the books must say: a few lines that know nothing of rows, versions and conditions. */
export interface Books {
  readonly rounds: { readonly id: string; readonly title: string; stopped: boolean; quiet: boolean; due: string }[];
  /** The hospitals that were merged into another, each with the other. */
  readonly merged: Map<string, string>;
  /** By `round#organisation`; a hospital that a round did not ask has none. */
  readonly stages: Map<string, Stage>;
  /** Entries that an audit chain must have, by what it is about. */
  readonly acts: Map<string, number>;
}

/** The real thing, and what its mail servers accepted so far. */
export interface Life {
  readonly room: MailRoom;
  readonly mailed: Set<string>;
  /** `address day` of every reminder that began a chase. */
  readonly reminded: Set<string>;
  presses: number;
}

type Act = (books: Books, life: Life) => Promise<void>;

/** Delivers what is due now and holds every mail against the books. */
export async function deliver(books: Books, { room, mailed, reminded }: Life): Promise<void> {
  const before = room.letters.length;
  await room.deliver();
  for (const { tags, to, text } of room.letters.slice(before)) {
    const id = idOfTag(String(tags.notice));
    const notice = room.notices().find((one) => one.round === tags.round && one.id === id);
    const name = `${tags.round} ${id}`;
    expect(mailed.has(name), `mailed twice: ${name}`).toBe(false);
    mailed.add(name);
    if (notice?.kind !== 'reminder') continue;
    for (const round of books.rounds)
      for (const hospital of asked) {
        const own = round.id === notice.round && hospital === notice.organisation;
        if (!own && !text.includes(`【${round.title}】架空${hospital}病院`)) continue;
        expect(books.stages.get(`${round.id}#${hospital}`), `${hospital} is reminded of ${round.title}`).toBe('owes');
        expect(round.stopped, `${round.title} is stopped`).toBe(false);
      }
    if (notice.after !== undefined) continue;
    const day = `${to} ${dayOfInstant(room.desk.world.now())}`;
    expect(reminded.has(day), `reminded twice in a day: ${day}`).toBe(false);
    reminded.add(day);
  }
}

/** Lets time pass, as the clock's tick and the queue do in between. */
export async function pass(books: Books, life: Life, minutes: number): Promise<void> {
  const from = Date.parse(life.room.desk.world.now());
  const steps = [Math.min(11, minutes), Math.min(22, minutes), minutes, minutes + 11];
  for (const step of steps) {
    await life.room.tickAt(new Date(from + step * 60_000).toISOString());
    await deliver(books, life);
  }
}

/** Everything that must hold between any two acts. */
export async function holds(books: Books, { room }: Life): Promise<void> {
  for (const [aggregate, acts] of books.acts) {
    const { entries, whole } = await auditOf(room.desk, aggregate);
    expect([whole, entries.length], `audit of ${aggregate}`).toEqual([true, acts]);
  }
  for (const { id } of books.rounds) {
    const stages = asked.map((hospital) => books.stages.get(`${id}#${hospital}`));
    const count = (stage: Stage) => stages.filter((one) => one === stage).length;
    expect(tally(await answersOf(room.desk, id))).toMatchObject({
      asked: stages.filter((one) => one !== undefined).length - count('waived'),
      owing: count('owes'),
      toReview: count('submitted'),
      approved: count('approved'),
      waived: count('waived'),
    });
  }
}

const did = (books: Books, aggregate: string) => books.acts.set(aggregate, (books.acts.get(aggregate) ?? 0) + 1);

/** Opens one more round and takes it into the books. */
export async function openOne(books: Books, life: Life): Promise<void> {
  const title = `調査${books.rounds.length + 1}`;
  const { id, due } = await life.room.open({ title, ladder: ['-7', '-1', '1'], request: `open${books.rounds.length}` });
  books.rounds.push({ id, title, stopped: false, quiet: false, due });
  const standing = asked.filter((hospital) => !books.merged.has(hospital));
  for (const aggregate of [id, ...standing.map((hospital) => `${id}#${hospital}`)]) {
    if (aggregate !== id) books.stages.set(aggregate, 'owes');
    books.acts.set(aggregate, (await auditOf(life.room.desk, aggregate)).entries.length);
  }
}

const roundAt = (books: Books, at: number) => {
  const round = books.rounds[at % books.rounds.length];
  if (!round) throw new Error('no round in the books');
  return round;
};

const answer =
  (at: number, hospital: string): Act =>
  async (books, life) => {
    const { id, stopped } = roundAt(books, at);
    const place = { round: id, organisation: hospital };
    const may = !stopped && books.stages.get(`${id}#${hospital}`) === 'owes';
    const clerk = clerkOf(id, hospital);
    const posted = { places: [String(life.presses++ % 99)] };
    const saved = await saveSection(life.room.desk, clerk, {
      ...place,
      section: 'capacity',
      posted,
      version: 99,
      base: [],
      confirm: true,
    });
    if (!may) expect(saved.ok).toBe(false);
    const done = await submitAnswer(life.room.desk, clerk, { ...place, request: `s${life.presses++}` });
    // A second answer over the first from an old page may be shown as a conflict; the first then stands and is submitted.
    expect(done.ok).toBe(may);
    if (!may) return;
    books.stages.set(`${id}#${hospital}`, 'submitted');
    did(books, `${id}#${hospital}`);
  };

const ways: Readonly<Record<Decision['kind'], readonly [from: readonly Stage[], to: Stage]>> = {
  return: [['submitted', 'approved'], 'owes'],
  approve: [['submitted'], 'approved'],
  waive: [['owes'], 'waived'],
};

const review =
  (at: number, hospital: string, decision: Decision): Act =>
  async (books, life) => {
    const { id, stopped } = roundAt(books, at);
    const [from, to] = ways[decision.kind];
    const stage = books.stages.get(`${id}#${hospital}`);
    const may = !stopped && from.some((one) => one === stage);
    const request = `d${life.presses++}`;
    const done = await reviewAnswer(life.room.desk, iwate, { round: id, organisation: hospital, decision, request });
    expect(done.ok).toBe(may);
    if (!may) return;
    books.stages.set(`${id}#${hospital}`, to);
    did(books, `${id}#${hospital}`);
  };

const hand =
  (at: number, hospital: string): Act =>
  async (books, life) => {
    const { id, stopped } = roundAt(books, at);
    const may = !stopped && books.stages.get(`${id}#${hospital}`) === 'owes';
    const press = life.presses++;
    const typed = { name: '後任', department: '', email: `next${press}@${hospital}.example`, telephone: '' };
    const done = await handOver(life.room.desk, iwate, {
      round: id,
      organisation: hospital,
      typed,
      request: `h${press}`,
    });
    expect(done.ok).toBe(may);
    if (may) did(books, `${id}#${hospital}`);
  };

const steer =
  (at: number, how: 'stop' | 'reopen' | 'pause' | 'resume' | 'now'): Act =>
  async (books, { room: { desk, country } }) => {
    const round = roundAt(books, at);
    const { id, stopped, quiet } = round;
    if (how === 'now') {
      if ((await remindNow(desk, ministry, id)).ok) did(books, id);
      await country.runJobs();
      return;
    }
    const moves = { stop: !stopped, reopen: stopped, pause: !stopped && !quiet, resume: !stopped && quiet }[how];
    if (how === 'stop') await stopRound(desk, ministry, id, '様式を直しています。');
    if (how === 'reopen') await reopenRound(desk, ministry, id);
    if (how === 'pause') await pauseReminders(desk, ministry, id);
    if (how === 'resume') await resumeReminders(desk, ministry, id);
    if (!moves) return;
    did(books, id);
    if (how === 'stop' || how === 'reopen') round.stopped = how === 'stop';
    else round.quiet = how === 'pause';
  };

const extend =
  (at: number, days: number): Act =>
  async (books, { room }) => {
    const round = roundAt(books, at);
    const due = addDays(round.due, days);
    const done = await extendRound(room.desk, ministry, round.id, due);
    if (!done.ok || due === round.due) return;
    round.due = due;
    did(books, round.id);
  };

const contact =
  (hospital: string, which: number): Act =>
  (_books, { room }) =>
    room.contacts(hospital, ...[which, which + 1].map((n) => ({ name: `${n}`, email: `c${n}@${hospital}.example` })));

const merge =
  (from: string, into: string): Act =>
  async (books, { room, presses }) => {
    const again = books.merged.get(from) === into;
    const may = from !== into && !books.merged.has(from) && !books.merged.has(into);
    const done = await mergeHospital(room.desk, ministry, { from, into, request: `m${presses}` });
    expect(done.ok).toBe(may || again);
    if (!may) return;
    books.merged.set(from, into);
    for (const { id } of books.rounds) {
      if (books.stages.get(`${id}#${from}`) !== 'owes') continue;
      books.stages.set(`${id}#${from}`, 'waived');
      did(books, `${id}#${from}`);
    }
  };

const part =
  (hospital: string): Act =>
  async (books, { room }) => {
    expect((await partHospital(room.desk, ministry, hospital)).ok).toBe(true);
    books.merged.delete(hospital);
  };

const event =
  (at: number, evidence: Evidence): Act =>
  async (_books, { room, mailed }) => {
    const names = [...mailed];
    const name = names[names.length - 1 - (at % Math.max(1, names.length))];
    const notice = room.notices().find((one) => `${one.round} ${one.id}` === name);
    if (notice) await room.tell(notice, evidence);
  };

const many: Act = async (books, life) => {
  if (books.rounds.length < 3 && life.room.desk.world.now() < '2027-01-27') await openOne(books, life);
};

const command =
  (name: string, act: (...args: never[]) => Act) =>
  (args: readonly unknown[]): fc.AsyncCommand<Books, Life> => ({
    check: () => true,
    async run(books, life) {
      await act(...(args as never[]))(books, life);
      await deliver(books, life);
      await holds(books, life);
    },
    toString: () => `${name}(${args.join(', ')})`,
  });

const round = fc.nat({ max: 2 });
const hospital = fc.constantFrom(...asked);
const evidence = fc.constantFrom<Evidence>('sent', 'delayed', 'soft-bounced', 'delivered', 'bounced', 'complained');
const minutes = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 90, max: 12 * 1440 }));
const decision = fc.constantFrom<Decision>(
  { kind: 'return', reason: '確認をお願いします。', sections: [] },
  { kind: 'approve' },
  { kind: 'waive', reason: '閉院のため。' },
);
const how = fc.constantFrom('stop', 'reopen', 'pause', 'resume', 'now', 'now');

/** Everything that people, clocks and mail servers may do. */
export const commands = [
  fc.tuple(minutes).map(
    command(
      'pass',
      (m: number): Act =>
        (books, life) =>
          pass(books, life, m),
    ),
  ),
  fc.tuple(round, hospital).map(command('answer', answer)),
  fc.tuple(round, hospital, decision).map(command('review', review)),
  fc.tuple(round, hospital).map(command('hand', hand)),
  fc.tuple(round, how).map(command('steer', steer)),
  fc.tuple(round, fc.integer({ min: -5, max: 10 })).map(command('extend', extend)),
  fc.tuple(hospital, fc.nat({ max: 2 })).map(command('contact', contact)),
  fc.tuple(hospital, hospital).map(command('merge', merge)),
  fc.tuple(hospital).map(command('part', part)),
  fc.tuple(round, evidence).map(command('event', event)),
  fc.constant([]).map(command('open', () => many)),
];
