import { type UploadedWorkbook, workbookDays } from '#lib/core/survey/uploaded-workbook.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { workbookRow } from './workbook-row.ts';

/** An uploaded questionnaire of this hospital; undefined when there is none, or none any more. */
export async function readUpload(
  { table, world }: Desk,
  place: { readonly round: string; readonly organisation: string },
  id: string,
): Promise<UploadedWorkbook | undefined> {
  const kept = await find(table, workbookRow, keys.workbook(place.round, place.organisation, id));
  const age = kept && Date.parse(world.now()) - Date.parse(kept.at);
  return age !== undefined && age < workbookDays * 86_400_000 ? kept : undefined;
}
