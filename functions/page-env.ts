import * as z from 'zod/mini';

/** What the deployment tells a function that serves pages; infra must satisfy its type. */
export const pageEnv = z.object({
  TABLE_NAME: z.string().check(z.minLength(1)),
  PUBLIC_ORIGIN: z.url(),
});
export type PageEnv = z.infer<typeof pageEnv>;

/** The same for one that also reaches the bucket of files. */
export const filePageEnv = z.extend(pageEnv, { FILE_BUCKET: z.string().check(z.minLength(1)) });
export type FilePageEnv = z.infer<typeof filePageEnv>;
