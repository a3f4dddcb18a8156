import type { DemoContext } from './demo-context.ts';

/** A person of the demo whom one can be. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  /** What this person comes for, in a sentence. */
  readonly purpose: string;
}

/** A session to set in the browser, and the page to open with it. */
export interface SignedIn {
  readonly setCookie: readonly string[];
  readonly location: string;
}

/** Everyone whom the demo offers. */
export async function listPersonas(_context: DemoContext): Promise<readonly Persona[]> {
  return [];
}

/** Opens a session for a persona through the same code that a deployment uses; undefined when there is no such persona. */
export async function signIn(_context: DemoContext, _personaId: string): Promise<SignedIn | undefined> {
  return undefined;
}
