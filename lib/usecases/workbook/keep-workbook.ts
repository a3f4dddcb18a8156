import { type Actor, actorName } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { UploadedWorkbook } from '#lib/core/survey/uploaded-workbook.ts';
import type { Workbook } from '#lib/core/survey/workbook.ts';
import { filledCells, readFilledCells } from '#lib/sheets/read-questionnaire.ts';
import { readStamp } from '#lib/sheets/stamp.ts';
import type { Desk } from '../desk.ts';
import type { OpenWorkbook } from './open-workbook.ts';
import { packCells } from './packed-cells.ts';
import { workbookRow } from './workbook-row.ts';

/** Why a file that could be read is not this hospital's questionnaire. */
export type UploadRefused =
  | { readonly kind: 'closed' | 'no-questionnaire' | 'other-round' | 'other-hospital' | 'other-form' | 'too-large' }
  | { readonly kind: 'other-version'; readonly file: number; readonly now: number };

/** Most bytes of a packed file; DynamoDB holds 400 KB an item. */
const packedLimit = 350_000;

/** Keeps what was read of a questionnaire for a dry run, under the given id: keeping it again changes nothing. No answer is touched. */
export async function keepWorkbook(
  desk: Desk,
  actor: Actor,
  opened: OpenWorkbook,
  upload: { readonly id: string; readonly workbook: Workbook; readonly filename: string },
): Promise<Result<UploadedWorkbook, UploadRefused>> {
  const { round, form, file, current, today } = opened;
  const { organisation } = file.answer;
  if (!opened.editable) return refuse({ kind: 'closed' });
  const stamp = readStamp(upload.workbook);
  if (stamp && stamp.round !== round.id) return refuse({ kind: 'other-round' });
  if (stamp && stamp.organisation !== organisation) return refuse({ kind: 'other-hospital' });
  if (stamp && stamp.form !== form.id) return refuse({ kind: 'other-form' });
  if (stamp && stamp.version !== form.version)
    return refuse({ kind: 'other-version', file: stamp.version, now: form.version });
  const found = filledCells(upload.workbook);
  const known = readFilledCells(form, found, current, today).cells.filter(({ state }) => state !== 'unknown').length;
  if (known === 0) return refuse({ kind: 'no-questionnaire' });
  const body = packCells({ cells: found, ...(stamp ? { base: stamp.base, drawnAt: stamp.at } : {}) });
  if (body.length > packedLimit) return refuse({ kind: 'too-large' });
  const kept: UploadedWorkbook = {
    id: upload.id,
    round: round.id,
    organisation,
    filename: upload.filename,
    by: actorName(actor),
    at: desk.world.now(),
    body,
    version: 1,
  };
  await desk.table.write({ put: workbookRow.item(kept), expect: { absent: true } });
  return ok(kept);
}
