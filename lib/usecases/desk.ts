import type { Table, World } from '#lib/core/ports.ts';
import type { Program } from '#lib/core/program.ts';

/** What every use case works with: the table, time and chance, and the programmes there are. */
export interface Desk {
  readonly table: Table;
  readonly world: World;
  readonly programs: readonly Program[];
}
