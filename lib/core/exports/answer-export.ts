import * as z from 'zod/mini';
import { chain } from '../audit/entry.ts';
import { actor } from '../permission/actor.ts';
import type { AnswerState } from '../rounds/answer.ts';
import { number, text } from '../shapes.ts';

/** Shapes of an export: one datum a row (縦持ち), one hospital a row (横持ち), or a sheet a hospital for reading. */
export const exportShape = z.enum(['long', 'wide', 'pretty']);
export type ExportShape = z.infer<typeof exportShape>;

/** Whose answers: approved only, whatever was submitted, or every hospital asked with what it last submitted. What was never submitted is in none. */
export const exportChoice = z.enum(['approved', 'submitted', 'all']);
export type ExportChoice = z.infer<typeof exportChoice>;

export const exportFormat = z.enum(['xlsx', 'csv-utf8', 'csv-sjis']);

/** What somebody asked to have exported. */
export const exportOrder = z.object({
  shape: exportShape,
  choice: exportChoice,
  format: exportFormat,
  /** Two-digit code; absent for the nation. */
  prefecture: z.exactOptional(text),
});
export type ExportOrder = z.infer<typeof exportOrder>;

/** An export: who ordered what, and once its job is done, its files. It is forgotten together with them. */
export const answerExport = z.extend(exportOrder, {
  /** Also the id of its job. */
  id: text,
  round: text,
  by: actor,
  createdAt: text,
  files: z.array(z.object({ name: text, type: text, bytes: number, hospitals: number })),
  /** Characters that the encoding lacks and that were written as 〓. */
  missing: z.array(text),
  version: number,
  chain,
});
export type AnswerExport = z.infer<typeof answerExport>;

/** Whether an answer in a state belongs into an export. */
export function isExported(choice: ExportChoice, state: AnswerState): boolean {
  switch (choice) {
    case 'approved':
      return state === 'approved';
    case 'submitted':
      return state === 'approved' || state === 'submitted' || state === 'resubmitted';
    case 'all':
      return true;
  }
}
