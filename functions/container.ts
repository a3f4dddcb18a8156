import { programs } from '#lib/programs/every-program.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { tableDeskOf } from './container-of-table.ts';

/** The desk of a deployed function, with every programme whole. */
export const deskOf = (env: { readonly TABLE_NAME: string }): Desk => ({ ...tableDeskOf(env), programs });
