import { tableDeskOf } from '#functions/container-of-table.ts';
import { schema } from './env.ts';
import { simplePasskeys } from './simple-passkeys.ts';

const env = schema.parse(process.env);

/** What the staff's sign-in works with; it asks nothing of a programme. */
export const container = {
  desk: { ...tableDeskOf(env), programs: [], passkeys: simplePasskeys(env.PUBLIC_ORIGIN) },
  origin: env.PUBLIC_ORIGIN,
};
