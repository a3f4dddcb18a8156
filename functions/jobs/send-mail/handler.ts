import type { SQSHandler } from 'aws-lambda';
import * as z from 'zod/mini';
import { deskOf } from '#functions/container.ts';
import { giveWay } from '#lib/mail/give-way.ts';
import { clock } from '#lib/mail/pace.ts';
import { sesMailer } from '#lib/mail/ses-mailer.ts';
import { isBulkMail } from '#lib/store/mail-queues.ts';
import { sqsDrain } from '#lib/store/sqs-queue.ts';
import { sendNotice } from '#lib/usecases/send-notice.ts';
import { eachRecord } from '../each-record.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);
const desk = deskOf(env);
const mailer = sesMailer({
  domain: env.MAIL_DOMAIN,
  configurationSets: {
    link: env.LINK_CONFIGURATION_SET,
    round: env.ROUND_CONFIGURATION_SET,
    announcement: env.ANNOUNCEMENT_CONFIGURATION_SET,
  },
  senders: Number(env.SENDERS),
});
const others = sqsDrain([env.MAIL_QUEUE_URL], 'line');
const place = z.object({ pk: z.string(), sk: z.string() });

/** Mails on their way at once in one function, so that SES's answer to one does not keep the next from its place in the rate. */
const lanes = 4;

/** Sends the outbox rows that the messages name; an announcement's once no other mail is in line. */
export const handler: SQSHandler = (event) => {
  let way: Promise<void> | undefined;
  return eachRecord(
    event,
    async (body) => {
      const key = place.parse(body);
      if (isBulkMail(key)) {
        way ??= giveWay(others, clock);
        await way;
      }
      await sendNotice(desk, mailer, env.PUBLIC_ORIGIN, key);
    },
    lanes,
  );
};
