import * as z from 'zod/mini';
import { chain } from '../../audit/entry.ts';
import { owner } from '../../permission/owner.ts';
import { number, someText, text } from '../../shapes.ts';

/** One line of the list of forms that staff made; the form itself lies beside it. */
export const formHead = z.object({
  id: text,
  owner,
  title: text,
  questions: number,
  /** Number of the newest published version; 0 before the first. */
  published: number,
  /** Whether the draft says something else than the newest published version. */
  changed: z.boolean(),
  savedAt: text,
  savedBy: text,
});
export type FormHead = z.infer<typeof formHead>;

/** The working copy of a form, which several people may edit; each save is one write under its version. */
export const formDraft = z.object({
  id: text,
  owner,
  /** The form as JSON. */
  body: text,
  /** How many ids were given out so far: an id is never given twice, so that no answer reaches a question that never asked it. */
  ids: number,
  published: number,
  version: number,
  savedAt: text,
  savedBy: text,
  /** Request id of the last publishing, by which its repetition is recognised. */
  request: someText,
  /** Digests of what was done last and from which page, by which its repetition is recognised. */
  presses: z.optional(z.array(text)),
  chain,
});
export type FormDraft = z.infer<typeof formDraft>;

/** The form as it was before the newest save, so that one change can be taken back. */
export const formBefore = z.object({
  id: text,
  body: text,
  /** Version of the draft whose making it takes back. */
  version: number,
});

/** A published version: never written again. */
export const formVersion = z.object({
  id: text,
  version: number,
  body: text,
  publishedAt: text,
  publishedBy: text,
});
export type FormVersion = z.infer<typeof formVersion>;
