import { deskOf } from '#functions/container.ts';
import { mailQueues } from '#lib/store/mail-queues.ts';
import { sqsDrain, sqsQueue } from '#lib/store/sqs-queue.ts';
import { tick } from '#lib/usecases/tick.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);
const desk = deskOf(env);
const queues = {
  jobs: sqsQueue(env.JOB_QUEUE_URL),
  mails: mailQueues({ prompt: sqsQueue(env.MAIL_QUEUE_URL), bulk: sqsQueue(env.ANNOUNCEMENT_QUEUE_URL) }),
  mailEvents: sqsDrain([env.MAIL_EVENT_QUEUE_URL, env.LOST_MAIL_EVENT_QUEUE_URL]),
};

/** The recurring tick of the scheduler. */
export const handler = async (): Promise<void> => {
  console.info(JSON.stringify({ code: 'ticked', ...(await tick(desk, queues)) }));
};
