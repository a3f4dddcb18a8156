import { answerExport } from '#lib/core/exports/answer-export.ts';
import { exportDays } from '#lib/store/file-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { epoch, rowOf } from '#lib/store/row.ts';

/** Ordered exports, as the table holds them; apart from the other rows, so that only functions that need it carry it. */
export const exportRow = rowOf(
  answerExport,
  ({ round, id }) => keys.answerExport(round, id),
  ({ createdAt }) => ({ ttl: epoch(createdAt, exportDays) }),
);
