import * as z from 'zod/mini';

/** What the deployment tells the worker of long work; infra must satisfy its type. */
export const schema = z.object({
  TABLE_NAME: z.string().check(z.minLength(1)),
  FILE_BUCKET: z.string().check(z.minLength(1)),
});

export type Env = z.infer<typeof schema>;
