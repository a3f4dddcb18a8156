import * as z from 'zod/mini';
import { text } from '../shapes.ts';

/** Who acts. A hospital acts through a capability: one hospital × one round × one purpose. */
export const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ministry'), id: text, name: text }),
  z.object({ kind: z.literal('prefecture'), id: text, name: text, prefecture: text }),
  z.object({
    kind: z.literal('hospital'),
    organisation: text,
    prefecture: text,
    round: text,
    purpose: z.enum(['answer', 'list']),
    name: text,
  }),
  /** Who opened the link of a document, for the organisation that it was sent to. */
  z.object({
    kind: z.literal('addressee'),
    organisation: text,
    prefecture: text,
    distribution: text,
    name: text,
  }),
  z.object({ kind: z.literal('system'), name: text }),
  z.object({ kind: z.literal('nobody') }),
]);
export type Actor = z.infer<typeof actor>;

/** Somebody who has not signed in. */
export const nobody: Actor = { kind: 'nobody' };

/** The name that a person goes by; '' for nobody. */
export const personName = (actor: Actor): string => (actor.kind === 'nobody' ? '' : actor.name);

/** The office that somebody acts for: 'ministry', or a prefecture's two-digit code; undefined for all others. */
export const officeOf = (actor: Actor): string | undefined =>
  actor.kind === 'ministry' ? 'ministry' : actor.kind === 'prefecture' ? actor.prefecture : undefined;

/** How an actor is written into the audit trail: ids, and the name the person goes by. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'ministry':
    case 'prefecture':
      return `${actor.kind}:${actor.id} ${actor.name}`;
    case 'hospital':
      return `hospital:${actor.organisation} ${actor.name}`;
    case 'addressee':
      return `addressee:${actor.organisation} ${actor.name}`;
    case 'system':
      return `system:${actor.name}`;
    case 'nobody':
      return 'nobody';
  }
}
