import { deskOf } from '#functions/container.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the pages on questionnaires as files work with. */
export const container = { desk: deskOf(env), origin: env.PUBLIC_ORIGIN };
