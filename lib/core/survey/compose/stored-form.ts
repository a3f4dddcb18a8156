import * as z from 'zod/mini';
import { chain } from '../../audit/entry.ts';
import { owner } from '../../permission/owner.ts';

/** One line of the list of forms that staff made; the form itself lies beside it. */
export const formHead = z.object({
  id: z.string(),
  owner,
  title: z.string(),
  questions: z.number(),
  /** Number of the newest published version; 0 before the first. */
  published: z.number(),
  /** Whether the draft says something else than the newest published version. */
  changed: z.boolean(),
  savedAt: z.string(),
  savedBy: z.string(),
});
export type FormHead = z.infer<typeof formHead>;

/** The working copy of a form, which several people may edit; each save is one write under its version. */
export const formDraft = z.object({
  id: z.string(),
  owner,
  /** The form as JSON. */
  body: z.string(),
  /** How many ids were given out so far: an id is never given twice, so that no answer reaches a question that never asked it. */
  ids: z.number(),
  published: z.number(),
  version: z.number(),
  savedAt: z.string(),
  savedBy: z.string(),
  /** Request id of the last publishing, by which its repetition is recognised. */
  request: z.optional(z.string()),
  chain,
});
export type FormDraft = z.infer<typeof formDraft>;

/** The form as it was before the newest save, so that one change can be taken back. */
export const formBefore = z.object({
  id: z.string(),
  body: z.string(),
  /** Version of the draft whose making it takes back. */
  version: z.number(),
});

/** A published version: never written again. */
export const formVersion = z.object({
  id: z.string(),
  version: z.number(),
  body: z.string(),
  publishedAt: z.string(),
  publishedBy: z.string(),
});
export type FormVersion = z.infer<typeof formVersion>;
