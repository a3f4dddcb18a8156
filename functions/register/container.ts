import { deskOf } from '#functions/container.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages of the register and the accounts work with. */
export const container = {
  desk: { ...deskOf(env), origin: env.PUBLIC_ORIGIN },
  origin: env.PUBLIC_ORIGIN,
};
