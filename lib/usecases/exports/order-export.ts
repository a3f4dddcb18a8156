import { emptyChain } from '#lib/core/audit/entry.ts';
import type { AnswerExport, ExportOrder } from '#lib/core/exports/answer-export.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { newJob } from '../start-job.ts';
import { exportRow } from './export-row.ts';

/** Orders an export as long work; repeating the same request orders it once. */
export async function orderExport(
  desk: Desk,
  actor: Actor,
  wish: { readonly round: string; readonly order: ExportOrder; readonly request: string },
): Promise<Result<AnswerExport, { readonly kind: 'taken' }>> {
  const { job, write } = newJob(desk, actor, {
    id: wish.request,
    kind: 'export-answers',
    title: '回答の出力',
    round: wish.round,
  });
  const { prefecture = '', ...what } = wish.order;
  const trail = audited(emptyChain, {
    aggregate: `export#${job.id}`,
    at: job.createdAt,
    actor,
    act: 'export.order',
    detail: { round: wish.round, ...what, prefecture },
  });
  const ordered: AnswerExport = {
    ...wish.order,
    id: job.id,
    round: wish.round,
    by: actor,
    createdAt: job.createdAt,
    files: [],
    missing: [],
    version: 1,
    chain: trail.chain,
  };
  const written = await desk.table.commit([
    write,
    { put: exportRow.item(ordered), expect: { absent: true } },
    trail.write,
  ]);
  if (written.ok) return ok(ordered);
  const before = await find(desk.table, exportRow, keys.answerExport(wish.round, wish.request));
  return before ? ok(before) : refuse({ kind: 'taken' });
}
