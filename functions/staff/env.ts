export { type PageEnv as Env, pageEnv as schema } from '#functions/page-env.ts';
