import { tableDeskOf } from '#functions/container-of-table.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on which forms are composed work with: staff's own forms alone, none of the programmes', which keeps the function small. */
export const container = { desk: { ...tableDeskOf(env), programs: [] }, origin: env.PUBLIC_ORIGIN };
