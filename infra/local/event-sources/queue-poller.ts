import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import { fitsPattern } from '../events/pattern.ts';
import type { FaultPort } from '../gateway/fault-port.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { Queue, SqsEngine } from '../sqs/engine.ts';
import { type Json, type JsonObject, parseJson } from '../template/json.ts';
import { itemFailures } from './item-failures.ts';

/** One event source mapping on a queue. */
export interface QueueMapping {
  readonly queueName: string;
  readonly region: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly concurrency: number;
  readonly reportsItemFailures: boolean;
  readonly filters: readonly Json[];
}

/** What a poller needs of the platform. */
export interface QueuePollerParts {
  readonly sqs: SqsEngine;
  readonly pool: FunctionPool;
  readonly activity: Activity;
  readonly faults: FaultPort;
  /** How far the platform's clock is ahead of real time, milliseconds. */
  aheadMs(): number;
}

type Message = ReturnType<Queue['dequeue']>[number];

/** Polls a queue for a function until stopped: so many batches at a time, undone messages come back after their visibility timeout. */
export function pollQueue(mapping: QueueMapping, parts: QueuePollerParts): { stop(): Promise<void> } {
  const queue = parts.sqs.queue(mapping.queueName);
  let stopped = false;
  const soon = () => Date.now() + 5000;
  parts.activity.watch(
    () =>
      queue.messages.length === 0 &&
      !queue.delayedMessages.some((message) => (message.delayUntil ?? 0) < soon()) &&
      ![...queue.inflightMessages.values()].some((entry) => entry.visibilityDeadline < soon()),
  );

  async function loop(): Promise<void> {
    while (!stopped) {
      const done = parts.activity.begin();
      const batch = await gather();
      if (batch.length > 0) await deliver(batch);
      done();
      if (batch.length === 0 && !stopped) await queue.waitForMessages(20);
    }
  }

  async function gather(): Promise<readonly Message[]> {
    const batch: Message[] = take(mapping.batchSize);
    const end = performance.now() + mapping.windowSeconds * 1000;
    while (batch.length > 0 && batch.length < mapping.batchSize && performance.now() < end && !stopped) {
      await pause(20);
      batch.push(...take(mapping.batchSize - batch.length));
    }
    return batch;
  }

  function take(count: number): Message[] {
    return stopped ? [] : queue.dequeue(Math.min(count, 10), undefined, (arn) => parts.sqs.byArn(arn));
  }

  async function deliver(batch: readonly Message[]): Promise<void> {
    const kept = batch.filter((message) => fitsAny(mapping.filters, message) || !remove(message));
    if (kept.length === 0) return;
    const event = { Records: kept.map(recordOf) };
    const fault = parts.faults.delivery?.({ to: parts.pool.id, kind: 'queue', payload: event });
    if (fault?.kind === 'lost') return;
    if (fault?.kind === 'late') await pause(fault.milliseconds);
    if (fault?.kind === 'twice') await parts.pool.invoke(event);
    const outcome = await parts.pool.invoke(event);
    const failures = itemFailures(
      outcome,
      mapping.reportsItemFailures,
      kept.map((message) => message.MessageId),
    );
    if (failures === 'all') return;
    for (const message of kept) if (failures === 'none' || !failures.has(message.MessageId)) remove(message);
  }

  function remove(message: Message): boolean {
    return queue.deleteMessage(message.ReceiptHandle);
  }

  function recordOf(message: Message): JsonObject {
    const entry = queue.inflightMessages.get(message.ReceiptHandle)?.message;
    const ahead = parts.aheadMs();
    return {
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: {
        ApproximateReceiveCount: String(entry?.approximateReceiveCount ?? 1),
        SentTimestamp: String((entry?.sentTimestamp ?? Date.now()) + ahead),
        SenderId: 'local',
        ApproximateFirstReceiveTimestamp: String((entry?.approximateFirstReceiveTimestamp ?? Date.now()) + ahead),
      },
      messageAttributes: Object.fromEntries(
        Object.entries(entry?.messageAttributes ?? {}).map(([name, value]) => [
          name,
          { dataType: value.DataType, stringValue: value.StringValue },
        ]),
      ),
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: queue.arn,
      awsRegion: mapping.region,
    };
  }

  const loops = Array.from({ length: mapping.concurrency }, loop);
  return {
    async stop() {
      stopped = true;
      queue.cancelWaiters();
      await Promise.all(loops);
    },
  };
}

function fitsAny(filters: readonly Json[], message: Message): boolean {
  if (filters.length === 0) return true;
  let body: Json = message.Body;
  try {
    body = parseJson(message.Body);
  } catch {
    // a body that is not JSON is matched as text
  }
  return filters.some((filter) => fitsPattern(filter, { body }));
}
