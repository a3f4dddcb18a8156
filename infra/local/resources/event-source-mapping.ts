import { existsSync, readFileSync } from 'node:fs';
import { pollQueue } from '../event-sources/queue-poller.ts';
import { pollStream } from '../event-sources/stream-poller.ts';
import { openStream, sequenceNumberOf } from '../event-sources/stream-reader.ts';
import { checkPattern } from '../events/pattern.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { LocalTable, ResourceKind, Site } from '../site.ts';
import { type Json, type JsonObject, listAt, numberAt, objectAt, parseJson, textAt } from '../template/json.ts';
import { writeWhole } from '../write-whole.ts';
import { functionOf } from './function-of.ts';

/** What the role of a function must allow for Lambda to poll for it (Lambda Developer Guide, event source mappings). */
const QUEUE_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const STREAM_ACTIONS = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];

/** A queue or a table's stream that feeds a function. */
export const eventSourceMapping: ResourceKind = {
  type: 'AWS::Lambda::EventSourceMapping',
  build({ id, properties }, site) {
    if (textAt(properties, 'Enabled') === 'false') return;
    const source = textAt(properties, 'EventSourceArn') ?? '';
    const pool = functionOf(site, textAt(properties, 'FunctionName') ?? '');
    const filters = listAt(objectAt(properties, 'FilterCriteria'), 'Filters').map((filter) =>
      parseJson(textAt(filter, 'Pattern') ?? '{}'),
    );
    for (const filter of filters) checkPattern(filter);
    const table = [...site.tables.values()].find((each) => each.streamArn === source);
    requireGrants(site, id, pool, table ? STREAM_ACTIONS : QUEUE_ACTIONS, source);
    if (table) feedFromStream(id, properties, site, pool, table, filters);
    else feedFromQueue(properties, site, pool, source, filters);
  },
};

function requireGrants(site: Site, id: string, pool: FunctionPool, actions: readonly string[], resource: string): void {
  site.checks.push(() => {
    const refusal = site.policies.refuses(
      pool.roleArn,
      pool.id,
      actions.map((action) => ({ action, resource, context: {} })),
    );
    if (refusal) throw new Error(`the event source mapping ${id} could not be created: ${refusal.message}`);
  });
}

function feedFromQueue(
  properties: JsonObject,
  site: Site,
  pool: FunctionPool,
  source: string,
  filters: readonly Json[],
): void {
  const queue = site.sqs.byArn(source);
  if (!queue) throw new Error(`the event source ${source} is neither a queue nor a stream of this template`);
  const mapping = {
    queueName: queue.name,
    region: site.region,
    batchSize: numberAt(properties, 'BatchSize', 10),
    windowSeconds: numberAt(properties, 'MaximumBatchingWindowInSeconds', 0),
    concurrency: Math.min(
      site.maxWorkers,
      numberAt(objectAt(properties, 'ScalingConfig'), 'MaximumConcurrency', site.maxWorkers),
    ),
    reportsItemFailures: reportsItemFailures(properties),
    filters,
  };
  site.onReady.push(() => {
    const poller = pollQueue(mapping, { ...site, pool, aheadMs: () => Number(site.clock.shared[0]) });
    site.onStop.push(() => poller.stop());
  });
}

function feedFromStream(
  id: string,
  properties: JsonObject,
  site: Site,
  pool: FunctionPool,
  table: LocalTable,
  filters: readonly Json[],
): void {
  const file = site.folder.file('state', `stream-${id}.json`);
  const undeliverable = textAt(objectAt(objectAt(properties, 'DestinationConfig'), 'OnFailure'), 'Destination');
  const mapping = {
    streamArn: table.streamArn,
    region: site.region,
    batchSize: numberAt(properties, 'BatchSize', 100),
    filters,
    reportsItemFailures: reportsItemFailures(properties),
    bisects: textAt(properties, 'BisectBatchOnFunctionError') === 'true',
    retries: numberAt(properties, 'MaximumRetryAttempts', -1),
    fromBeginning: textAt(properties, 'StartingPosition') !== 'LATEST',
  };
  site.onReady.push(() => {
    const poller = pollStream(mapping, {
      ...site,
      reader: openStream(site.dynamo, table.name),
      pool,
      checkpoint: {
        read: () => (existsSync(file) ? textAt(parseJson(readFileSync(file, 'utf8')), 'after') : undefined),
        write: (after) => writeWhole(file, JSON.stringify({ after })),
      },
      aheadMs: () => Number(site.clock.shared[0]),
      async giveUp(batch) {
        const first = batch[0];
        const last = batch.at(-1);
        if (undeliverable === undefined || !first || !last) return;
        await site.sqs.put(undeliverable, {
          version: '1.0',
          timestamp: site.clock.instant(),
          requestContext: { functionArn: pool.arn, condition: 'RetryAttemptsExhausted' },
          DDBStreamBatchInfo: {
            streamArn: table.streamArn,
            startSequenceNumber: sequenceNumberOf(first),
            endSequenceNumber: sequenceNumberOf(last),
            batchSize: batch.length,
          },
        });
      },
    });
    site.onWrite.push(() => poller.wake());
    site.onStop.push(() => poller.stop());
  });
}

function reportsItemFailures(properties: JsonObject): boolean {
  return listAt(properties, 'FunctionResponseTypes').includes('ReportBatchItemFailures');
}
