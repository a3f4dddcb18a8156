import { ask, type DynamoEngine } from '../dynamodb/engine.ts';
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../template/json.ts';

const STREAMS = 'DynamoDBStreams_20120810';

/** Reads the records of one table's stream in order. */
export interface StreamReader {
  /** Up to `limit` records after a sequence number; from the beginning when it is undefined. */
  after(sequenceNumber: string | undefined, limit: number): Promise<readonly JsonObject[]>;
  /** The sequence number of the newest record, or undefined when there is none. */
  newest(): Promise<string | undefined>;
}

/** Opens the reader of a table's stream. */
export function openStream(engine: DynamoEngine, table: string): StreamReader {
  let shard: { arn: string; id: string } | undefined;
  let ahead: { after: string | undefined; iterator: string } | undefined;

  async function shardOf(): Promise<{ arn: string; id: string } | undefined> {
    if (shard) return shard;
    const arn = textAt(objectAt(await ask(engine, 'DescribeTable', { TableName: table }), 'Table'), 'LatestStreamArn');
    if (arn === undefined) throw new Error(`the table ${table} has no stream`);
    const described = objectAt(await ask(engine, `${STREAMS}.DescribeStream`, { StreamArn: arn }), 'StreamDescription');
    const id = textAt(listAt(described, 'Shards')[0], 'ShardId');
    if (id !== undefined) shard = { arn, id };
    return shard;
  }

  async function iteratorAt(open: { arn: string; id: string }, sequenceNumber: string | undefined): Promise<string> {
    const position =
      sequenceNumber === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber };
    const found = await ask(engine, `${STREAMS}.GetShardIterator`, {
      StreamArn: open.arn,
      ShardId: open.id,
      ...position,
    });
    return textAt(found, 'ShardIterator') ?? '';
  }

  async function after(sequenceNumber: string | undefined, limit: number): Promise<readonly JsonObject[]> {
    const open = await shardOf();
    if (!open) return [];
    const held = ahead?.after === sequenceNumber ? ahead?.iterator : undefined;
    ahead = undefined;
    const iterator = held ?? (await iteratorAt(open, sequenceNumber));
    const page = await ask(engine, `${STREAMS}.GetRecords`, { ShardIterator: iterator, Limit: limit });
    const records = listAt(page, 'Records').filter(isObject);
    const last = records.at(-1);
    const next = textAt(page, 'NextShardIterator');
    if (next !== undefined) ahead = { after: last ? sequenceNumberOf(last) : sequenceNumber, iterator: next };
    return records;
  }

  return {
    after,
    async newest() {
      let last: string | undefined;
      for (;;) {
        const page = await after(last, 1000);
        const end = page.at(-1);
        if (!end) return last;
        last = sequenceNumberOf(end);
      }
    },
  };
}

/** A record's sequence number. */
export function sequenceNumberOf(record: JsonObject): string {
  return textAt(objectAt(record, 'dynamodb'), 'SequenceNumber') ?? '';
}
