import type { AnswerExport } from '#lib/core/exports/answer-export.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { exportDays } from '#lib/store/file-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { exportRow } from './export-row.ts';

/** An export with how far its job is; absent when the job is not known any more. */
export interface ExportWork {
  readonly export: AnswerExport;
  readonly job: Job | undefined;
}

/** A round's exports, newest first: all of them, or those of one prefecture. */
export async function exportsOf(desk: Desk, round: string, prefecture?: string): Promise<readonly ExportWork[]> {
  const items = await allItems(desk.table, { pk: keys.answerExport(round, '').pk });
  const own = items
    .map((item) => exportRow.read(item))
    .filter((each) => isKept(desk, each) && (prefecture === undefined || each.prefecture === prefecture))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const jobs = await desk.table.getAll(own.map(({ id }) => keys.job(id)));
  const byId = new Map(jobs.map((item) => rows.job.read(item)).map((job) => [job.id, job]));
  return own.map((each) => ({ export: each, job: byId.get(each.id) }));
}

/** One export of a round; undefined when there is none, or none any more. */
export async function readExport(desk: Desk, round: string, id: string): Promise<AnswerExport | undefined> {
  const found = await find(desk.table, exportRow, keys.answerExport(round, id));
  return found && isKept(desk, found) ? found : undefined;
}

const isKept = ({ world }: Desk, { createdAt }: AnswerExport): boolean =>
  Date.parse(world.now()) - Date.parse(createdAt) < exportDays * 86_400_000;
