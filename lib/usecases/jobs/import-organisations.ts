import type { Job } from '#lib/core/jobs/job.ts';
import { mergeRow, type RegisterChange } from '#lib/core/organisations/merge-register.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { partName, registerRows, rowsPerPart } from '../import-parts.ts';
import { inLanes, type Progress } from './work.ts';

/** Takes in one part of an import. A hospital that somebody changed meanwhile is laid over again, never overwritten blindly. */
export async function importOrganisations(desk: Desk, job: Job): Promise<Progress> {
  const index = Math.floor(job.done / rowsPerPart);
  const part = await find(desk.table, rows.jobPart, keys.jobPart(job.id, partName(index)));
  if (!part) return { done: job.done, total: job.total, state: 'failed', outcome: ['取り込む内容が見つかりません。'] };
  const wanted = registerRows.parse(part.body);
  const items = await desk.table.getAll(wanted.map(({ id }) => keys.organisation(id)));
  const known = new Map(items.map((item) => rows.organisation.read(item)).map((one) => [one.id, one]));
  await inLanes(
    wanted.map((row) => mergeRow(row, known.get(row.id))),
    (change) => take(desk, change),
  );
  const done = job.done + wanted.length;
  if (done < job.total) return { done, total: job.total, state: 'running' };
  return { done, total: job.total, state: 'done', outcome: [`${done}病院の内容を名簿に反映しました。`] };
}

async function take(desk: Desk, { kind, after }: RegisterChange): Promise<void> {
  if (kind === 'same') return;
  const expect = kind === 'new' ? { absent: true as const } : { equals: { version: after.version - 1 } };
  const written = await desk.table.write({ put: rows.organisation.item(after), expect });
  const now = written.ok ? undefined : written.error.at[0]?.item;
  if (now) await take(desk, mergeRow({ ...after, line: 0 }, rows.organisation.read(now)));
}
