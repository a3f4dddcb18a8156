import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';
import { number, text } from '#lib/core/shapes.ts';
import type { FilledCell } from '#lib/sheets/read-questionnaire.ts';

/** What is kept of an uploaded questionnaire: its cells, what it was drawn from (absent when the file lost it), and when. */
export interface KeptCells {
  readonly cells: readonly FilledCell[];
  readonly base?: Readonly<Record<string, readonly string[]>>;
  /** Instant of the download. */
  readonly drawnAt?: string;
}

const schema = z.object({
  cells: z.array(
    z.object({
      place: text,
      sheet: text,
      field: text,
      cell: z.union([text, number, z.boolean(), z.null()]),
      mark: z.exactOptional(z.enum(['formula', 'no-result', 'error', 'merged'])),
    }),
  ),
  base: z.exactOptional(z.record(text, z.array(text))),
  drawnAt: z.exactOptional(text),
});

/** Cells as text for a row of the table: a questionnaire of a hundred questions takes about 10 KB. */
export const packCells = (kept: KeptCells): string => deflateRawSync(JSON.stringify(kept)).toString('base64');

export const unpackCells = (packed: string): KeptCells =>
  schema.parse(JSON.parse(inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: 40_000_000 }).toString()));
