import { tableDeskOf } from '#functions/container-of-table.ts';
import { matchPrograms } from '#lib/programs/every-match.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What hands out lists as files works with. */
export const container = { desk: { ...tableDeskOf(env), programs: matchPrograms }, origin: env.PUBLIC_ORIGIN };
