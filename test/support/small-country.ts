import { runHighs } from '#lib/core/matching/allocation/free/run-highs.ts';
import type { Organisation } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Item } from '#lib/core/ports.ts';
import type { Edition, Program } from '#lib/core/program.ts';
import { programs } from '#lib/programs/every-program.ts';
import { jobOf } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { type JobDesk, runJob } from '#lib/usecases/run-job.ts';
import { memoryFiles } from './memory-files.ts';
import { memoryTable } from './memory-table.ts';
import { smallForm } from './small-form.ts';

export const ministry: Actor = { kind: 'ministry', id: 'm1', name: '厚労 花子' };
/** Who confirms what the first of the ministry asked for. */
export const secondOfMinistry: Actor = { kind: 'ministry', id: 'm2', name: '厚労 次郎' };
export const iwate: Actor = { kind: 'prefecture', id: 'p1', name: '岩手 太郎', prefecture: '03' };

const hospital = (id: string, prefecture: string, more: Partial<Organisation> = {}): Organisation => ({
  id,
  kind: 'hospital',
  name: `架空${id}病院`,
  prefecture,
  contacts: [{ name: '担当', email: `kenshu@${id.toLowerCase()}.example`, telephone: '000-000-0000' }],
  version: 1,
  ...more,
});

/** 岩手 three (whole prefecture), one of 宮城 without its area (要確認), one of 神奈川 (neither side), 東京 two of which one takes part. */
export const hospitals: readonly Organisation[] = [
  hospital('IWATE1', '03', { area: '0303' }),
  hospital('IWATE2', '03', { area: '0303' }),
  hospital('IWATE3', '03', { area: '0303' }),
  hospital('MIYAGI1', '04'),
  hospital('KANAGAWA1', '14', { area: '1401' }),
  hospital('TOKYO1', '13', { area: '1301', takesPart: ['koiki'] }),
  hospital('TOKYO2', '13', { area: '1301' }),
];

/** A desk on a small country in memory, with a clock to be moved and jobs that are run when told. */
export interface SmallCountry {
  readonly desk: JobDesk;
  readonly edition: Edition;
  readonly all: () => Item[];
  /** Moves the clock to an instant. */
  at(instant: string): void;
  /** Runs every running job to its end, as the stream would; gives how many steps that took. */
  runJobs(): Promise<number>;
}

export async function smallCountry(now = '2026-12-01T01:00:00.000Z'): Promise<SmallCountry> {
  const koiki = programs.find(({ id }) => id === 'koiki');
  const newest = koiki?.editions.at(-1);
  if (!koiki || !newest) throw new Error('no programme to test with');
  const edition: Edition = {
    ...newest,
    surveys: [{ id: 'small', title: '小さな調査', form: smallForm, asks: 'destination', informs: 'source' }],
  };
  const program: Program = { ...koiki, editions: [edition] };
  const table = memoryTable();
  let time = now;
  let ids = 0;
  const desk: JobDesk = {
    solve: runHighs,
    table,
    files: memoryFiles(),
    world: {
      now: () => time,
      id: () => `id${ids++}`,
      secret: () => new TextEncoder().encode(`secret ${ids++}`.padEnd(32, '.')),
    },
    programs: [program],
  };
  await table.putAll(hospitals.map((one) => rows.organisation.item(one)));
  return {
    desk,
    edition,
    all: table.all,
    at: (instant) => {
      time = instant;
    },
    async runJobs() {
      const running = () => table.all().find(({ pk, state }) => pk.startsWith('JOB#') && state === 'running');
      let steps = 0;
      for (let job = running(); job !== undefined; job = running()) {
        await runJob(desk, jobOf(job));
        steps++;
      }
      return steps;
    },
  };
}
