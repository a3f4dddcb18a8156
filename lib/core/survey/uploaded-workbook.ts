import * as z from 'zod/mini';

/** Days that an uploaded questionnaire waits to be taken in. */
export const workbookDays = 7;

/** A filled-in questionnaire that was uploaded: what was read of it is kept here, so that what is taken in is what the dry run showed. */
export const uploadedWorkbook = z.object({
  id: z.string(),
  round: z.string(),
  organisation: z.string(),
  filename: z.string(),
  by: z.string(),
  at: z.string(),
  /** The cells that hold answers and the file's base, packed. */
  body: z.string(),
  /** Once it was taken in: how many answers it changed. */
  applied: z.optional(z.object({ at: z.string(), by: z.string(), answers: z.number() })),
  version: z.number(),
});
export type UploadedWorkbook = z.infer<typeof uploadedWorkbook>;
