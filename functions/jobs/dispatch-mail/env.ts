import * as z from 'zod/mini';

/** What the deployment tells the job that queues each new outbox row; infra must satisfy its type. */
export const schema = z.object({
  MAIL_QUEUE_URL: z.url(),
});

export type Env = z.infer<typeof schema>;
