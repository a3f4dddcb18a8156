import { tableDeskOf } from '#functions/container-of-table.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the page on which somebody leaves a list works with: no programme at all. */
export const container = { desk: { ...tableDeskOf(env), programs: [] }, origin: env.PUBLIC_ORIGIN };
