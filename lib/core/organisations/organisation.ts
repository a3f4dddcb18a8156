import * as z from 'zod/mini';

/** Somebody at an organisation to whom mail goes, in order of preference. */
export const contact = z.object({
  name: z.string(),
  department: z.optional(z.string()),
  email: z.string(),
  telephone: z.optional(z.string()),
});
export type Contact = z.infer<typeof contact>;

/** A hospital, a prefecture's office or the ministry. Names are kept exactly as given. */
export const organisation = z.object({
  id: z.string(),
  kind: z.enum(['hospital', 'prefecture', 'ministry']),
  name: z.string(),
  /** Two-digit JIS code. */
  prefecture: z.string(),
  /** 二次医療圏 code; absent when unknown, which may leave eligibility 要確認. */
  area: z.optional(z.string()),
  /** 大学病院 or 市中病院. */
  type: z.optional(z.enum(['university', 'general'])),
  /** 募集定員 of the newest year known, 人. */
  seats: z.optional(z.number()),
  contacts: z.array(contact),
  /** Programmes it takes part in as 連携元, by id. */
  takesPart: z.optional(z.array(z.string())),
  /** The hospital that it was merged into (統合), by id; it is asked and told of nothing any more. */
  mergedInto: z.optional(z.string()),
  version: z.number(),
});
export type Organisation = z.infer<typeof organisation>;

/** Whether it still stands for itself. */
export const stands = ({ mergedInto }: Organisation): boolean => mergedInto === undefined;
