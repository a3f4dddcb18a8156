import { emptyChain } from '#lib/core/audit/entry.ts';
import { hospitalJudge } from '#lib/core/eligibility/judge-hospital.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { mergeRow } from '#lib/core/organisations/merge-register.ts';
import { type Places, type Register, type RegisterRow, readRegister } from '#lib/core/organisations/read-register.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { AreaEdition, Program } from '#lib/core/program.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { AreaDesk } from './desk.ts';
import { sha256 } from './digest.ts';
import { newJob } from './start-job.ts';

/** Rows of an import that lie in one part of its job; a part stays far below the table's 400 KB an item. */
export const rowsPerPart = 200;

/** What an import would do, shown before anything is taken in; the check totals add up to the file's rows. */
export interface ImportPlan {
  readonly job: Job;
  readonly register: Register;
  readonly totals: { readonly new: number; readonly changed: number; readonly same: number; readonly rejected: number };
  /** Taken in, but whether they take part cannot be told yet: 二次医療圏 is missing where it matters. */
  readonly unresolved: readonly RegisterRow[];
}

/** Reads a register and lays it down as a waiting job with its dry run. The register itself is untouched. */
export async function prepareImport(
  desk: AreaDesk,
  actor: Actor,
  upload: { readonly cells: readonly (readonly string[])[]; readonly filename: string; readonly places: Places },
): Promise<Result<ImportPlan, { readonly kind: 'nothing-to-take'; readonly register: Register }>> {
  const register = readRegister(upload.cells, upload.places, hospitalId);
  if (register.rows.length === 0) return refuse({ kind: 'nothing-to-take', register });
  const items = await desk.table.getAll(register.rows.map(({ id }) => keys.organisation(id)));
  const known = new Map(items.map((item) => rows.organisation.read(item)).map((one) => [one.id, one]));
  const kinds = register.rows.map((row) => mergeRow(row, known.get(row.id)).kind);
  const isUnresolved = unresolvedBy(desk.programs);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  const { job } = newJob(desk, actor, {
    kind: 'import-organisations',
    title: `名簿の取込み（${upload.filename}）`,
    total: register.rows.length,
  });
  const waiting: Job = { ...job, state: 'waiting' };
  const parts = Array.from({ length: Math.ceil(register.rows.length / rowsPerPart) }, (_, index) =>
    rows.jobPart.item({
      job: job.id,
      part: String(index).padStart(4, '0'),
      body: register.rows.slice(index * rowsPerPart, (index + 1) * rowsPerPart),
    }),
  );
  await desk.table.putAll([...parts, rows.job.item(waiting)]);
  return ok({
    job: waiting,
    register,
    totals: { new: count('new'), changed: count('changed'), same: count('same'), rejected: register.rejected.length },
    unresolved: register.rows.filter((row) => isUnresolved({ ...known.get(row.id), ...row })),
  });
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

/** Id of a hospital that came without a code: the same prefecture and name always give the same. */
export const hospitalId = (prefecture: string, name: string): string =>
  `N${sha256(`${prefecture}|${name}`).slice(0, 12).toUpperCase()}`;

/** Tells whether the newest edition of any programme cannot tell where a hospital stands. */
function unresolvedBy(programs: readonly Program<AreaEdition>[]) {
  const judges = programs.flatMap(({ editions }) => editions.slice(-1).map(hospitalJudge));
  return (hospital: { readonly prefecture: string; readonly area?: string | undefined }): boolean =>
    judges.some((judge) => judge(hospital).destination === 'unresolved');
}
