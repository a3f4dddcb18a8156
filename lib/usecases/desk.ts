import type { Table, World } from '#lib/core/ports.ts';
import type { AreaEdition, Edition, MatchEdition, Program, SurveyEdition } from '#lib/core/program.ts';

/** What every use case works with: the table, time and chance, and of the programmes what asking and answering need, their surveys. */
export interface Desk<E extends SurveyEdition = SurveyEdition> {
  readonly table: Table;
  readonly world: World;
  readonly programs: readonly Program<E>[];
}

/** What judging who takes part works with. */
export type AreaDesk = Desk<AreaEdition>;

/** What ranking partners works with. */
export type MatchDesk = Desk<MatchEdition>;

/** What needs the programmes whole. */
export type RuleDesk = Desk<Edition>;
