import * as z from 'zod/mini';
import { number, someNumber, someText, text } from '../shapes.ts';

/** Somebody at an organisation to whom mail goes, in order of preference. */
export const contact = z.object({
  name: text,
  department: someText,
  email: text,
  telephone: someText,
});
export type Contact = z.infer<typeof contact>;

/** A hospital, a prefecture's office or the ministry. Names are kept exactly as given. */
export const organisation = z.object({
  id: text,
  kind: z.enum(['hospital', 'prefecture', 'ministry']),
  name: text,
  /** Two-digit JIS code. */
  prefecture: text,
  /** 二次医療圏 code; absent when unknown, which may leave eligibility 要確認. */
  area: someText,
  /** 大学病院 or 市中病院. */
  type: z.optional(z.enum(['university', 'general'])),
  /** 募集定員 of the newest year known, 人. */
  seats: someNumber,
  contacts: z.array(contact),
  /** Programmes it takes part in as 連携元, by id. */
  takesPart: z.optional(z.array(text)),
  /** The hospital that it was merged into (統合), by id; it is asked and told of nothing any more. */
  mergedInto: someText,
  version: number,
});
export type Organisation = z.infer<typeof organisation>;

/** Whether it still stands for itself. */
export const stands = ({ mergedInto }: Organisation): boolean => mergedInto === undefined;
