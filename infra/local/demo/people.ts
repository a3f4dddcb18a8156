import type { DemoContext } from './demo-context.ts';
import type { Persona, SignedIn } from './personas.ts';

/** Whom one can be on the demo's page, and how; given to the platform from outside, so that it knows nothing of the product. */
export interface People {
  list(context: DemoContext): Promise<readonly Persona[]>;
  signIn(context: DemoContext, personaId: string): Promise<SignedIn | undefined>;
  /** Has the other hospitals answer what is being asked; gives how many did. */
  answerForOthers(context: DemoContext): Promise<number>;
}

/** Nobody: a platform without the demo. */
export const nobody: People = {
  list: async () => [],
  signIn: async () => undefined,
  answerForOthers: async () => 0,
};
