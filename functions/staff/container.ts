import { deskOf } from '#functions/container.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);

/** What the ministry's and the prefectures' pages work with. */
export const container = {
  desk: { ...deskOf(env), origin: env.PUBLIC_ORIGIN },
  origin: env.PUBLIC_ORIGIN,
};
