import * as z from 'zod/mini';

/** What the deployment tells what hands out lists as files; infra must satisfy its type. */
export const schema = z.object({
  TABLE_NAME: z.string().check(z.minLength(1)),
  PUBLIC_ORIGIN: z.url(),
});

export type Env = z.infer<typeof schema>;
