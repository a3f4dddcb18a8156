import type { AnswerExport } from '#lib/core/exports/answer-export.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { StoredFile } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import type { FilesDesk } from '../take-file.ts';
import { exportRow } from './export-row.ts';
import { readExport } from './read-exports.ts';

/** Somebody always takes another at the same time: given up after so many tries. */
const tries = 5;

/** Hands out one file of an export, and writes down who took it. */
export async function takeExport(
  desk: FilesDesk,
  actor: Actor,
  wish: { readonly round: string; readonly export: string; readonly file: string },
): Promise<Result<StoredFile, { readonly kind: 'gone' }>> {
  for (let turn = 0; turn < tries; turn += 1) {
    const found = await readExport(desk, wish.round, wish.export);
    if (!found?.files.some(({ name }) => name === wish.file)) return refuse({ kind: 'gone' });
    const file = await desk.files.get(fileKeys.export(found.id, wish.file));
    if (!file) return refuse({ kind: 'gone' });
    if (await noted(desk, actor, found, wish.file)) return ok(file);
  }
  throw new Error('an export could not be noted as taken');
}

async function noted(desk: Desk, actor: Actor, found: AnswerExport, file: string): Promise<boolean> {
  const at = desk.world.now();
  const act = { aggregate: `export#${found.id}`, at, actor, act: 'export.take', detail: { round: found.round, file } };
  const trail = audited(found.chain, act);
  const after = { ...found, version: found.version + 1, chain: trail.chain };
  const written = await desk.table.commit([
    { put: exportRow.item(after), expect: { equals: { version: found.version } } },
    trail.write,
  ]);
  return written.ok;
}
