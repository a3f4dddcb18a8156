import { deskOf } from '#functions/container.ts';
import { schema } from './env.ts';
import { simplePasskeys } from './simple-passkeys.ts';

const env = schema.parse(process.env);

/** What the staff's sign-in works with. */
export const container = {
  desk: { ...deskOf(env), passkeys: simplePasskeys(env.PUBLIC_ORIGIN) },
  origin: env.PUBLIC_ORIGIN,
};
