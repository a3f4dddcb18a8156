import type { Table, World } from '#lib/core/ports.ts';
import type { Edition, Program, SurveyEdition } from '#lib/core/program.ts';

/** What every use case works with: the table, time and chance, and of the programmes what asking and answering need, their surveys. */
export interface Desk<E extends SurveyEdition = SurveyEdition> {
  readonly table: Table;
  readonly world: World;
  readonly programs: readonly Program<E>[];
}

/** What a use case works with that also judges by the programmes' rules: who is asked, who is matched with whom, what may be tried. */
export type RuleDesk = Desk<Edition>;
