import { tableDeskOf } from '#functions/container-of-table.ts';
import { matchPrograms } from '#lib/programs/every-match.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on partners work with: of the programmes what ranks partners, not what decides who takes part. */
export const container = { desk: { ...tableDeskOf(env), programs: matchPrograms }, origin: env.PUBLIC_ORIGIN };
