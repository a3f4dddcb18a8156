import { answerForOthers } from './others.ts';
import type { People } from './people.ts';
import { listPersonas, signIn } from './personas.ts';

export { seed } from './seed.ts';

/** The demo's people, signed in by the product's own code. */
export const people: People = { list: listPersonas, signIn, answerForOthers };
