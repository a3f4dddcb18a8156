import { tableDeskOf } from '#functions/container-of-table.ts';
import { areaPrograms } from '#lib/programs/every-area.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on documents work with. */
export const container = {
  desk: { ...tableDeskOf(env), programs: areaPrograms, origin: env.PUBLIC_ORIGIN },
  origin: env.PUBLIC_ORIGIN,
};
