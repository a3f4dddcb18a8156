import { isObject, type JsonObject, listAt, numberAt, objectAt } from '../template/json.ts';
import { ask, type DynamoEngine } from './engine.ts';

/** A table whose items expire. */
export interface ExpiringTable {
  readonly name: string;
  readonly ttlAttribute: string;
  readonly keyAttributes: readonly string[];
}

/** Deletes every item whose time to live (seconds since 1970) lies before `now` (milliseconds), as DynamoDB does sooner or later; gives their number. */
export async function sweepExpired(engine: DynamoEngine, table: ExpiringTable, now: number): Promise<number> {
  const seconds = String(Math.floor(now / 1000));
  let deleted = 0;
  let start: JsonObject | undefined;
  do {
    const page = await ask(engine, 'Scan', {
      TableName: table.name,
      FilterExpression: '#ttl < :now',
      ExpressionAttributeNames: { '#ttl': table.ttlAttribute },
      ExpressionAttributeValues: { ':now': { N: seconds } },
      ...(start ? { ExclusiveStartKey: start } : {}),
    });
    for (const item of listAt(page, 'Items')) {
      if (
        !isObject(item) ||
        numberAt(objectAt(item, table.ttlAttribute), 'N', Number.POSITIVE_INFINITY) >= Number(seconds)
      )
        continue;
      const key = Object.fromEntries(table.keyAttributes.map((name) => [name, item[name]]));
      await ask(engine, 'DeleteItem', { TableName: table.name, Key: key });
      deleted++;
    }
    start = isObject(page.LastEvaluatedKey) ? page.LastEvaluatedKey : undefined;
  } while (start);
  return deleted;
}
