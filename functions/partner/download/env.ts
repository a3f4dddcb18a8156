export { type FilePageEnv as Env, filePageEnv as schema } from '#functions/page-env.ts';
