import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Drain, Queue } from '#lib/core/ports.ts';

/** Most messages that SQS takes in one request; it is the request that costs. */
const together = 10;

/** A queue of SQS. */
export function sqsQueue(url: string): Queue {
  const client = new SQSClient({});
  return {
    async send(...bodies) {
      for (let start = 0; start < bodies.length; start += together) {
        const some = bodies.slice(start, start + together);
        const Entries = some.map((body, at) => ({ Id: String(at), MessageBody: JSON.stringify(body) }));
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
        if (Failed[0]) throw new Error(`SQS took ${Failed.length} of ${some.length} messages not: ${Failed[0].Code}`);
      }
    },
  };
}

const waiting = 'ApproximateNumberOfMessages';
const inAnyWay = [waiting, 'ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesDelayed'] as const;

/** Tells whether queues of SQS are empty, or whether nobody stands in line there; SQS's counts are approximate and at most a minute old. */
export function sqsDrain(urls: readonly string[], of: 'all' | 'line' = 'all'): Drain {
  const client = new SQSClient({});
  const counts = of === 'line' ? ([waiting] as const) : inAnyWay;
  return {
    async empty() {
      const answers = await Promise.all(
        urls.map((QueueUrl) => client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counts] }))),
      );
      return answers.every(({ Attributes }) => counts.every((count) => (Attributes?.[count] ?? '0') === '0'));
    },
  };
}
