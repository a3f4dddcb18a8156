import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Drain, Queue } from '#lib/core/ports.ts';

/** A queue of SQS. */
export function sqsQueue(url: string): Queue {
  const client = new SQSClient({});
  return {
    async send(body) {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(body) }));
    },
  };
}

/** Tells whether queues of SQS are empty; SQS's counts are approximate and at most a minute old. */
export function sqsDrain(urls: readonly string[]): Drain {
  const client = new SQSClient({});
  const counts = [
    'ApproximateNumberOfMessages',
    'ApproximateNumberOfMessagesNotVisible',
    'ApproximateNumberOfMessagesDelayed',
  ] as const;
  return {
    async empty() {
      const answers = await Promise.all(
        urls.map((QueueUrl) => client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counts] }))),
      );
      return answers.every(({ Attributes }) => counts.every((count) => (Attributes?.[count] ?? '0') === '0'));
    },
  };
}
