import { hospitalJudge } from '#lib/core/eligibility/judge-hospital.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { mergeRow } from '#lib/core/organisations/merge-register.ts';
import type { Register, RegisterRow } from '#lib/core/organisations/read-register.ts';
import type { AreaEdition, Program } from '#lib/core/program.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { AreaDesk } from './desk.ts';
import { keptRegister } from './import-parts.ts';

/** What an import would do to the register as it is now, shown before anything is taken in; the check totals add up to the file's rows. */
export interface ImportPlan {
  readonly job: Job;
  readonly filename: string;
  readonly register: Register;
  readonly totals: { readonly new: number; readonly changed: number; readonly same: number; readonly rejected: number };
  /** Taken in, but whether they take part cannot be told yet: 二次医療圏 is missing where it matters. */
  readonly unresolved: readonly RegisterRow[];
}

/** Tries a prepared import, now or when somebody comes back to it; undefined where the job holds no register. */
export async function tryImport(desk: AreaDesk, job: Job): Promise<ImportPlan | undefined> {
  const kept = await keptRegister(desk.table, job.id);
  if (!kept) return undefined;
  const { filename, register } = kept;
  const items = await desk.table.getAll(register.rows.map((row) => keys.organisation(row.id)));
  const known = new Map(items.map((item) => rows.organisation.read(item)).map((one) => [one.id, one]));
  const kinds = register.rows.map((row) => mergeRow(row, known.get(row.id)).kind);
  const isUnresolved = unresolvedBy(desk.programs);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  return {
    job,
    filename,
    register,
    totals: { new: count('new'), changed: count('changed'), same: count('same'), rejected: register.rejected.length },
    unresolved: register.rows.filter((row) => row.kind === undefined && isUnresolved({ ...known.get(row.id), ...row })),
  };
}

/** Tells whether the newest edition of any programme cannot tell where a hospital stands. */
function unresolvedBy(programs: readonly Program<AreaEdition>[]) {
  const judges = programs.flatMap(({ editions }) => editions.slice(-1).map(hospitalJudge));
  return (hospital: { readonly prefecture: string; readonly area?: string | undefined }): boolean =>
    judges.some((judge) => judge(hospital).destination === 'unresolved');
}
