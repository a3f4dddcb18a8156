import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Queue } from '#lib/core/ports.ts';

/** A queue of SQS. */
export function sqsQueue(url: string): Queue {
  const client = new SQSClient({});
  return {
    async send(body) {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(body) }));
    },
  };
}
