import { deskOf } from '#functions/container.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on planning work with. */
export const container = { desk: { ...deskOf(env), origin: env.PUBLIC_ORIGIN }, origin: env.PUBLIC_ORIGIN };
