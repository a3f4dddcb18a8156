import { emptyChain } from '#lib/core/audit/entry.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { type Places, type Register, readRegister } from '#lib/core/organisations/read-register.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { AreaDesk } from './desk.ts';
import { sha256 } from './digest.ts';
import { importParts } from './import-parts.ts';
import { newJob } from './start-job.ts';

/** Lays a register down as a waiting job, to be tried and then said go to. The register itself is untouched. */
export async function prepareImport(
  desk: AreaDesk,
  actor: Actor,
  upload: { readonly cells: readonly (readonly string[])[]; readonly filename: string; readonly places: Places },
): Promise<Result<Job, { readonly kind: 'nothing-to-take'; readonly register: Register }>> {
  const register = readRegister(upload.cells, upload.places, hospitalId);
  if (register.rows.length === 0) return refuse({ kind: 'nothing-to-take', register });
  const { job } = newJob(desk, actor, {
    kind: 'import-organisations',
    title: `名簿の取込み（${upload.filename}）`,
    total: register.rows.length,
  });
  const waiting: Job = { ...job, state: 'waiting' };
  await desk.table.putAll([...importParts(job.id, upload.filename, register), rows.job.item(waiting)]);
  return ok(waiting);
}

/** Says go to a prepared import; saying it twice starts it once. */
export async function startImport(desk: AreaDesk, actor: Actor, id: string): Promise<Job | undefined> {
  const job = await find(desk.table, rows.job, keys.job(id));
  if (job?.state !== 'waiting') return job;
  const at = desk.world.now();
  const running: Job = { ...job, state: 'running', touchedAt: at, version: job.version + 1 };
  const act = { aggregate: `import#${id}`, at, actor, act: 'organisation.import', detail: { rows: job.total } };
  await desk.table.commit([
    { put: rows.job.item(running), expect: { equals: { version: job.version } } },
    audited(emptyChain, act).write,
  ]);
  return running;
}

/** Gives up a prepared import: the register was never touched, so there is nothing to tell; one that was started goes on. */
export async function giveUpImport(desk: AreaDesk, id: string): Promise<Job | undefined> {
  const job = await find(desk.table, rows.job, keys.job(id));
  if (job?.state !== 'waiting') return job;
  const outcome = ['取り込まずに取りやめました。'];
  const given: Job = { ...job, state: 'done', outcome, touchedAt: desk.world.now(), version: job.version + 1 };
  const written = await desk.table.write({ put: rows.job.item(given), expect: { equals: { version: job.version } } });
  return written.ok ? given : find(desk.table, rows.job, keys.job(id));
}

/** Id of a hospital that came without a code: the same prefecture and name always give the same. */
export const hospitalId = (prefecture: string, name: string): string =>
  `N${sha256(`${prefecture}|${name}`).slice(0, 12).toUpperCase()}`;
