import { uploadedWorkbook, workbookDays } from '#lib/core/survey/uploaded-workbook.ts';
import { keys } from '#lib/store/keys.ts';
import { epoch, rowOf } from '#lib/store/row.ts';

/** Questionnaires that were handed in, as the table holds them; apart from the other rows, so that only functions that need it carry it. */
export const workbookRow = rowOf(
  uploadedWorkbook,
  ({ round, organisation, id }) => keys.workbook(round, organisation, id),
  ({ at }) => ({ ttl: epoch(at, workbookDays) }),
);
