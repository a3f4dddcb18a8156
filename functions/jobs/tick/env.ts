import * as z from 'zod/mini';

/** What the deployment tells the five-minute tick; infra must satisfy its type. */
export const schema = z.object({
  TABLE_NAME: z.string().check(z.minLength(1)),
  JOB_QUEUE_URL: z.url(),
  MAIL_QUEUE_URL: z.url(),
  ANNOUNCEMENT_QUEUE_URL: z.url(),
  MAIL_EVENT_QUEUE_URL: z.url(),
  /** Where SES's events lie that could not be worked off. */
  LOST_MAIL_EVENT_QUEUE_URL: z.url(),
});

export type Env = z.infer<typeof schema>;
