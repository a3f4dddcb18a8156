import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

/** Works through a batch of messages; those that fail come again, the others do not. */
export async function eachRecord(event: SQSEvent, work: (body: unknown) => Promise<void>): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    try {
      await work(JSON.parse(record.body));
    } catch (failure) {
      console.error(JSON.stringify({ code: 'record-failed', message: record.messageId, error: String(failure) }));
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}
