import * as z from 'zod/mini';

/** What the deployment tells the job that queues pending mails and running jobs; infra must satisfy its type. */
export const schema = z.object({
  JOB_QUEUE_URL: z.url(),
  MAIL_QUEUE_URL: z.url(),
  ANNOUNCEMENT_QUEUE_URL: z.url(),
});

export type Env = z.infer<typeof schema>;
