import * as z from 'zod/mini';
import { number, text } from '../shapes.ts';

/** Days that an uploaded questionnaire waits to be taken in. */
export const workbookDays = 7;

/** A filled-in questionnaire that was uploaded: what was read of it is kept here, so that what is taken in is what the dry run showed. */
export const uploadedWorkbook = z.object({
  id: text,
  round: text,
  organisation: text,
  filename: text,
  by: text,
  at: text,
  /** The cells that hold answers and the file's base, packed. */
  body: text,
  /** Once it was taken in: how many answers it changed. */
  applied: z.optional(z.object({ at: text, by: text, answers: number })),
  version: number,
});
export type UploadedWorkbook = z.infer<typeof uploadedWorkbook>;
