import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

/** Works through a batch of messages, so many side by side; those that fail come again, the others do not. */
export async function eachRecord(
  event: SQSEvent,
  work: (body: unknown) => Promise<void>,
  lanes = 1,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  const waiting: SQSRecord[] = [...event.Records];
  const lane = async () => {
    for (let record = waiting.shift(); record !== undefined; record = waiting.shift()) {
      try {
        await work(JSON.parse(record.body));
      } catch (failure) {
        console.error(JSON.stringify({ code: 'record-failed', message: record.messageId, error: String(failure) }));
        batchItemFailures.push({ itemIdentifier: record.messageId });
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { batchItemFailures };
}
