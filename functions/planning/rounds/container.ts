import { tableDeskOf } from '#functions/container-of-table.ts';
import { matchPrograms } from '#lib/programs/every-match.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on trying out released rounds work with. */
export const container = {
  desk: { ...tableDeskOf(env), programs: matchPrograms, origin: env.PUBLIC_ORIGIN },
  origin: env.PUBLIC_ORIGIN,
};
