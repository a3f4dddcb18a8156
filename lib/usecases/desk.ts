import type { Table, World } from '#lib/core/ports.ts';
import type { Edition, Program, SurveyEdition } from '#lib/core/program.ts';

/** What every use case works with: the table, time and chance, and the programmes there are. */
export interface Desk<E extends SurveyEdition = Edition> {
  readonly table: Table;
  readonly world: World;
  readonly programs: readonly Program<E>[];
}

/** What asking and answering work with: of the programmes only their surveys. */
export type SurveyDesk = Desk<SurveyEdition>;
