import * as z from 'zod/mini';
import { canonical } from '../canonical.ts';
import { type Actor, actorName } from '../permission/actor.ts';
import { number, text } from '../shapes.ts';

/** One link of an aggregate's audit chain: who did what, when, and the hash that ties it to the link before. */
export const auditEntry = z.object({
  aggregate: text,
  seq: number,
  at: text,
  actor: text,
  act: text,
  detail: z.record(text, z.union([text, number])),
  previous: text,
  hash: text,
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** Where an aggregate's chain stands; every audited aggregate carries one and moves it in the act's own transaction. */
export const chain = z.object({ seq: number, hash: text });
export type Chain = z.infer<typeof chain>;

/** The chain of an aggregate to which nothing has happened. */
export const emptyChain: Chain = { seq: 0, hash: '' };

export interface Act {
  readonly aggregate: string;
  readonly at: string;
  readonly actor: Actor;
  readonly act: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Adds one act to a chain; `hash` is the digest of the canonical entry, given in so that the core needs no crypto. */
export function link(before: Chain, act: Act, hash: (text: string) => string): { entry: AuditEntry; chain: Chain } {
  const body = {
    aggregate: act.aggregate,
    seq: before.seq + 1,
    at: act.at,
    actor: actorName(act.actor),
    act: act.act,
    detail: { ...act.detail },
    previous: before.hash,
  };
  const digest = hash(canonical(body));
  return { entry: { ...body, hash: digest }, chain: { seq: body.seq, hash: digest } };
}

/** Whether a chain of entries, oldest first, is whole: numbered without gaps and each tied to the one before. */
export function isWhole(entries: readonly AuditEntry[], hash: (text: string) => string): boolean {
  let previous = '';
  return entries.every((entry, index) => {
    const { hash: digest, ...body } = entry;
    const holds = entry.seq === index + 1 && entry.previous === previous && hash(canonical(body)) === digest;
    previous = digest;
    return holds;
  });
}
