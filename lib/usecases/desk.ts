import type { Queue, Table, World } from '#lib/core/ports.ts';
import type { Program } from '#lib/core/program.ts';

/** What every use case works with: the table, time and chance, the queue of long work, and the programmes there are. */
export interface Desk {
  readonly table: Table;
  readonly world: World;
  readonly jobs: Queue;
  readonly programs: readonly Program[];
}
