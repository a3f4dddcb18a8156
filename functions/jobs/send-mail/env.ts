import * as z from 'zod/mini';

/** What the deployment tells the job that hands mails to SES; infra must satisfy its type. */
export const schema = z.object({
  TABLE_NAME: z.string().check(z.minLength(1)),
  PUBLIC_ORIGIN: z.url(),
  MAIL_DOMAIN: z.string().check(z.minLength(1)),
  LINK_CONFIGURATION_SET: z.string().check(z.minLength(1)),
  ROUND_CONFIGURATION_SET: z.string().check(z.minLength(1)),
  ANNOUNCEMENT_CONFIGURATION_SET: z.string().check(z.minLength(1)),
  /** Where the mails wait that an announcement's give way to. */
  MAIL_QUEUE_URL: z.url(),
  /** How many of this function run side by side for a queue and share the account's rate. */
  SENDERS: z.string().check(z.regex(/^[1-9][0-9]?$/)),
});

export type Env = z.infer<typeof schema>;
