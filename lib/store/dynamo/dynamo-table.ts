import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { groupsOf } from '#lib/core/groups-of.ts';
import type { Conflict, Item, Key, Page, Query, Table, Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { conditionOf, type Expression, updateOf } from './expression.ts';

type Attributes = NonNullable<ConditionalCheckFailedException['Item']>;

/** Attribute by which a conditional write whose response was lost recognises itself when the SDK tries again. */
const writer = 'w';

/** The one table in DynamoDB. `id` gives a fresh id per logical write; `pause` waits that many milliseconds before a retry. */
export function dynamoTable(options: {
  client: DynamoDBClient;
  name: string;
  id: () => string;
  pause: (milliseconds: number) => Promise<void>;
}): Table {
  const { client, name: TableName, id, pause } = options;

  async function get(key: Key, as?: 'lately'): Promise<Item | undefined> {
    const ConsistentRead = as === undefined;
    const found = await client.send(new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead }));
    return found.Item && itemOf(found.Item);
  }

  async function getAll(wanted: readonly Key[]): Promise<readonly Item[]> {
    const found = new Map<string, Item>();
    for (const group of groupsOf(wanted, 100)) {
      let keys = group.map(keyOf);
      for (let round = 0; keys.length > 0; round++) {
        if (round > 0) await pause(50 * 2 ** Math.min(round, 6));
        const page = await client.send(
          new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: keys, ConsistentRead: true } } }),
        );
        for (const attributes of page.Responses?.[TableName] ?? []) {
          const item = itemOf(attributes);
          found.set(`${item.pk}\n${item.sk}`, item);
        }
        keys = page.UnprocessedKeys?.[TableName]?.Keys ?? [];
      }
    }
    return wanted.flatMap((key) => found.get(`${key.pk}\n${key.sk}`) ?? []);
  }

  async function query(asked: Query): Promise<Page> {
    const pk = asked.index ? `${asked.index}pk` : 'pk';
    const sk = asked.index ? `${asked.index}sk` : 'sk';
    const narrowing = asked.prefix !== undefined ? ' AND begins_with(#sk, :sk)' : asked.upTo ? ' AND #sk <= :sk' : '';
    const brought = asked.only && ['pk', 'sk', ...asked.only];
    const names = Object.fromEntries((brought ?? []).map((name) => [`#a_${name}`, name]));
    const page = await client.send(
      new QueryCommand({
        TableName,
        IndexName: asked.index,
        ConsistentRead: asked.index === undefined && asked.lately === undefined,
        KeyConditionExpression: `#pk = :pk${narrowing}`,
        ProjectionExpression: brought && Object.keys(names).join(', '),
        ExpressionAttributeNames: narrowing ? { ...names, '#pk': pk, '#sk': sk } : { ...names, '#pk': pk },
        ExpressionAttributeValues: marshall(
          narrowing ? { ':pk': asked.pk, ':sk': asked.prefix ?? asked.upTo } : { ':pk': asked.pk },
        ),
        ScanIndexForward: asked.descending !== true,
        Limit: asked.limit,
        ExclusiveStartKey: asked.after === undefined ? undefined : marshall(JSON.parse(asked.after)),
      }),
    );
    const items = (page.Items ?? []).map(itemOf);
    return page.LastEvaluatedKey ? { items, next: JSON.stringify(unmarshall(page.LastEvaluatedKey)) } : { items };
  }

  async function write(one: Write): Promise<Result<void, Conflict>> {
    const mark = id();
    try {
      await sendOne(marked(one, mark));
      return ok(undefined);
    } catch (failure) {
      if (!(failure instanceof ConditionalCheckFailedException)) throw failure;
      const item = failure.Item && itemOf(failure.Item);
      if (item?.[writer] === mark) return ok(undefined);
      return refuse({ kind: 'conflict', at: [{ failed: true, item }] });
    }
  }

  async function sendOne(one: Write): Promise<void> {
    if ('check' in one) throw new TypeError('a check guards other writes and cannot stand alone');
    const step = stepOf(TableName, one);
    if (step.Put)
      await client.send(new PutItemCommand({ ...step.Put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }));
    if (step.Update) {
      await client.send(new UpdateItemCommand({ ...step.Update, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }));
    }
    if (step.Delete) await client.send(new DeleteItemCommand(step.Delete));
  }

  async function commit(writes: readonly Write[]): Promise<Result<void, Conflict>> {
    const TransactItems = writes.map((one) => withOld(stepOf(TableName, one)));
    for (let attempt = 0; ; attempt++) {
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: id() }));
        return ok(undefined);
      } catch (failure) {
        if (!(failure instanceof TransactionCanceledException)) throw failure;
        const reasons = failure.CancellationReasons ?? [];
        if (reasons.some((reason) => reason.Code === 'ConditionalCheckFailed')) {
          const at = reasons.map((reason) => ({
            failed: reason.Code === 'ConditionalCheckFailed',
            item: reason.Item && itemOf(reason.Item),
          }));
          return refuse({ kind: 'conflict', at });
        }
        if (attempt >= 6 || !reasons.every((reason) => passing.has(reason.Code ?? 'None'))) throw failure;
        await pause(20 * 2 ** attempt);
      }
    }
  }

  async function putAll(items: readonly Item[]): Promise<void> {
    for (const group of groupsOf(items, 25)) {
      let requests = group.map((item) => ({ PutRequest: { Item: attributesOf(item) } }));
      for (let round = 0; requests.length > 0; round++) {
        if (round > 0) await pause(50 * 2 ** Math.min(round, 6));
        const page = await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
        requests = (page.UnprocessedItems?.[TableName] ?? []).flatMap(({ PutRequest }) =>
          PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
        );
      }
    }
  }

  return { get, getAll, query, write, commit, putAll };
}

/** Reasons of a cancelled transaction that pass by themselves. */
const passing = new Set(['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

const marked = (one: Write, mark: string): Write => {
  if ('put' in one && one.expect) return { ...one, put: { ...one.put, [writer]: mark } };
  if ('update' in one && one.expect) return { ...one, set: { ...one.set, [writer]: mark } };
  return one;
};

/** A key alone, of whatever carries one: an item that an index gave has more, which DynamoDB refuses. */
const keyOf = ({ pk, sk }: Key) => marshall({ pk, sk });

function stepOf(TableName: string, one: Write): TransactWriteItem {
  const condition = conditionOf(one.expect);
  if ('put' in one) return { Put: { TableName, Item: attributesOf(one.put), ...conditioned(condition) } };
  if ('delete' in one) return { Delete: { TableName, Key: keyOf(one.delete), ...conditioned(condition) } };
  if ('check' in one) {
    const { ConditionExpression = '', ...rest } = conditioned(condition);
    return { ConditionCheck: { TableName, Key: keyOf(one.check), ConditionExpression, ...rest } };
  }
  const update = updateOf(one.set, one.remove);
  return {
    Update: {
      TableName,
      Key: keyOf(one.update),
      UpdateExpression: update.text,
      ConditionExpression: condition?.text,
      ExpressionAttributeNames: { ...update.names, ...condition?.names },
      ExpressionAttributeValues: plain({ ...update.values, ...condition?.values }),
    },
  };
}

const withOld = (step: TransactWriteItem): TransactWriteItem => {
  const old = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  if (step.Put) return { Put: { ...step.Put, ...old } };
  if (step.Update) return { Update: { ...step.Update, ...old } };
  if (step.Delete) return { Delete: { ...step.Delete, ...old } };
  return step.ConditionCheck ? { ConditionCheck: { ...step.ConditionCheck, ...old } } : step;
};

const conditioned = (condition: Expression | undefined) =>
  condition
    ? {
        ConditionExpression: condition.text,
        ExpressionAttributeNames: { ...condition.names },
        ExpressionAttributeValues: plain(condition.values),
      }
    : {};

/** DynamoDB refuses an empty map of values. */
const plain = (values: Readonly<Record<string, unknown>>): Attributes | undefined =>
  Object.keys(values).length > 0 ? attributesOf(values) : undefined;

const attributesOf = (value: Readonly<Record<string, unknown>>): Attributes =>
  marshall(value, { removeUndefinedValues: true });

function itemOf(attributes: Attributes): Item {
  const { pk, sk, ...rest } = unmarshall(attributes);
  return { ...rest, pk: String(pk), sk: String(sk) };
}
