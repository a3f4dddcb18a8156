import type { DemoContext } from './demo-context.ts';

/** Fills an empty table with the demo's fictional country. */
export async function seed(_context: DemoContext): Promise<void> {}
