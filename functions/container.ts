import { programs } from '#lib/programs/every-program.ts';
import type { RuleDesk } from '#lib/usecases/desk.ts';
import { tableDeskOf } from './container-of-table.ts';

/** The desk of a deployed function, with every programme whole. */
export const deskOf = (env: { readonly TABLE_NAME: string }): RuleDesk => ({ ...tableDeskOf(env), programs });
