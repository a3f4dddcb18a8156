import * as z from 'zod/mini';
import { someText, text } from '../shapes.ts';

/** An address to which nothing is sent any more: it bounced for good, or its owner complained. */
export const deadAddress = z.object({
  email: text,
  why: z.enum(['bounced', 'complained']),
  /** What the receiving server said. */
  reason: someText,
  /** ISO instant of the event. */
  at: text,
});
export type DeadAddress = z.infer<typeof deadAddress>;

/** The form in which addresses are compared: mail servers tell case apart in theory only. */
export const comparable = (email: string): string => email.trim().toLowerCase();
