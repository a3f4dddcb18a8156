import type { DynamoDBStreamHandler } from 'aws-lambda';
import { sqsQueue } from '#lib/store/sqs-queue.ts';
import { schema } from './env.ts';

const mails = sqsQueue(schema.parse(process.env).MAIL_QUEUE_URL);

/** Puts every new outbox row on the mail queue; the filter on the event source lets nothing else through. */
export const handler: DynamoDBStreamHandler = async (event) => {
  for (const { dynamodb } of event.Records) {
    const { pk, sk } = dynamodb?.Keys ?? {};
    if (pk?.S && sk?.S) await mails.send({ pk: pk.S, sk: sk.S });
  }
};
