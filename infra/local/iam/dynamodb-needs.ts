import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from '../template/json.ts';
import type { Need } from './decide.ts';

/** What is known of a table's keys, to read the leading keys of a request. */
export interface TableKeys {
  readonly arn: string;
  readonly partitionKey: string;
  readonly indexPartitionKeys: Readonly<Record<string, string>>;
}

/** Finds a table by name or ARN. */
export type FindTable = (nameOrArn: string) => TableKeys;

/**
 * The IAM actions that one DynamoDB request needs, with table or index ARN and leading keys. Transactions and batches are
 * authorised by their parts (Service Authorization Reference, Amazon DynamoDB; "Using IAM with DynamoDB transactions").
 */
export function dynamodbNeeds(operation: string, request: JsonObject, find: FindTable): readonly Need[] {
  switch (operation) {
    case 'TransactWriteItems':
      return listAt(request, 'TransactItems').flatMap((item) => transactWrite(item, find));
    case 'TransactGetItems':
      return listAt(request, 'TransactItems').flatMap((item) =>
        onKey('GetItem', operation, objectAt(item, 'Get'), 'Key', find),
      );
    case 'BatchGetItem':
      return Object.entries(objectAt(request, 'RequestItems')).map(([name, part]) => {
        const table = find(name);
        return need(operation, operation, table.arn, leading(table.partitionKey, listAt(part, 'Keys')));
      });
    case 'BatchWriteItem':
      return Object.entries(objectAt(request, 'RequestItems')).map(([name, part]) =>
        batchWrite(find(name), isList(part)),
      );
    case 'PutItem':
      return onKey(operation, operation, request, 'Item', find);
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return onKey(operation, operation, request, 'Key', find);
    case 'Query':
    case 'Scan':
      return read(operation, request, find);
    default: {
      const name = textAt(request, 'TableName');
      return [need(operation, operation, name === undefined ? '*' : find(name).arn, undefined)];
    }
  }
}

function transactWrite(item: Json, find: FindTable): readonly Need[] {
  const within = 'TransactWriteItems';
  if (!isObject(item)) return [];
  if (isObject(item.Put)) return onKey('PutItem', within, item.Put, 'Item', find);
  if (isObject(item.Update)) return onKey('UpdateItem', within, item.Update, 'Key', find);
  if (isObject(item.Delete)) return onKey('DeleteItem', within, item.Delete, 'Key', find);
  return onKey('ConditionCheckItem', within, objectAt(item, 'ConditionCheck'), 'Key', find);
}

function batchWrite(table: TableKeys, parts: readonly Json[]): Need {
  const items = parts.map((part) => {
    const put = objectAt(objectAt(part, 'PutRequest'), 'Item');
    return Object.keys(put).length > 0 ? put : objectAt(objectAt(part, 'DeleteRequest'), 'Key');
  });
  return need('BatchWriteItem', 'BatchWriteItem', table.arn, leading(table.partitionKey, items));
}

function onKey(action: string, within: string, request: JsonObject, key: string, find: FindTable): readonly Need[] {
  const table = find(textAt(request, 'TableName') ?? '');
  return [need(action, within, table.arn, leading(table.partitionKey, [objectAt(request, key)]))];
}

function read(operation: string, request: JsonObject, find: FindTable): readonly Need[] {
  const table = find(textAt(request, 'TableName') ?? '');
  const index = textAt(request, 'IndexName');
  const attribute = index === undefined ? table.partitionKey : table.indexPartitionKeys[index];
  const arn = index === undefined ? table.arn : `${table.arn}/index/${index}`;
  const value = operation === 'Query' && attribute !== undefined ? queriedKey(request, attribute) : undefined;
  return [need(operation, operation, arn, value === undefined ? undefined : [value])];
}

/** The value that a key condition expression gives to the partition key, e.g. `#pk = :pk AND …`. */
function queriedKey(request: JsonObject, attribute: string): string | undefined {
  const names = objectAt(request, 'ExpressionAttributeNames');
  const aliases = new Set([attribute, ...Object.keys(names).filter((alias) => names[alias] === attribute)]);
  const expression = textAt(request, 'KeyConditionExpression') ?? '';
  for (const [, left = '', right = ''] of expression.matchAll(/([#:\w.-]+)\s*=\s*([#:\w.-]+)/g)) {
    const placeholder = aliases.has(left) ? right : aliases.has(right) ? left : undefined;
    if (placeholder !== undefined) return scalar(objectAt(request, 'ExpressionAttributeValues')[placeholder]);
  }
  return undefined;
}

function leading(attribute: string, items: readonly Json[]): readonly string[] {
  return items.map((item) => scalar(isObject(item) ? item[attribute] : undefined) ?? '');
}

function scalar(value: Json | undefined): string | undefined {
  return textAt(value, 'S') ?? textAt(value, 'N') ?? textAt(value, 'B');
}

function isList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function need(action: string, within: string, resource: string, leadingKeys: readonly string[] | undefined): Need {
  return {
    action: `dynamodb:${action}`,
    resource,
    context: {
      'dynamodb:EnclosingOperation': [within],
      ...(leadingKeys ? { 'dynamodb:LeadingKeys': leadingKeys } : {}),
    },
  };
}
