import type { DynamoDBStreamHandler } from 'aws-lambda';
import { mailQueues } from '#lib/store/mail-queues.ts';
import { sqsQueue } from '#lib/store/sqs-queue.ts';
import { schema } from './env.ts';

const env = schema.parse(process.env);
const jobs = sqsQueue(env.JOB_QUEUE_URL);
const mails = mailQueues({ prompt: sqsQueue(env.MAIL_QUEUE_URL), bulk: sqsQueue(env.ANNOUNCEMENT_QUEUE_URL) });

/** Puts what the table says is due on its queue: pending mails and running jobs. The event source's filters let nothing else through. */
export const handler: DynamoDBStreamHandler = async (event) => {
  const due = event.Records.flatMap(({ dynamodb }) => {
    const { pk, sk } = dynamodb?.Keys ?? {};
    return pk?.S === undefined || sk?.S === undefined ? [] : [{ pk: pk.S, sk: sk.S }];
  });
  const isJob = ({ pk }: { readonly pk: string }) => pk.startsWith('JOB#');
  await Promise.all([jobs.send(...due.filter(isJob)), mails.send(...due.filter((row) => !isJob(row)))]);
};
