import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from '../template/json.ts';
import { ask, type DynamoEngine, EngineRefusal } from './engine.ts';

/** Makes the engine hold a table as the template describes it: created when absent, missing indexes added, contradiction refused. */
export async function createTable(engine: DynamoEngine, name: string, properties: JsonObject): Promise<void> {
  const existing = await describe(engine, name);
  if (!existing) {
    await ask(engine, 'CreateTable', {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: listAt(properties, 'KeySchema'),
      AttributeDefinitions: listAt(properties, 'AttributeDefinitions'),
      ...indexes(properties, 'GlobalSecondaryIndexes'),
      ...indexes(properties, 'LocalSecondaryIndexes'),
      ...streamOf(properties),
    });
  } else {
    if (keys(existing) !== keys(properties)) {
      throw new Error(
        `the data folder holds table ${name} with other keys than the template: begin anew with npm start -- --fresh`,
      );
    }
    await addMissingIndexes(engine, name, existing, properties);
  }
  const ttl = objectAt(properties, 'TimeToLiveSpecification');
  if (textAt(ttl, 'Enabled') === 'true' && !existing) {
    await ask(engine, 'UpdateTimeToLive', {
      TableName: name,
      TimeToLiveSpecification: { AttributeName: textAt(ttl, 'AttributeName'), Enabled: true },
    });
  }
}

async function describe(engine: DynamoEngine, name: string): Promise<JsonObject | undefined> {
  try {
    return objectAt(await ask(engine, 'DescribeTable', { TableName: name }), 'Table');
  } catch (error) {
    if (error instanceof EngineRefusal && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function addMissingIndexes(
  engine: DynamoEngine,
  name: string,
  existing: JsonObject,
  wanted: JsonObject,
): Promise<void> {
  const there = new Map(listAt(existing, 'GlobalSecondaryIndexes').map((index) => [textAt(index, 'IndexName'), index]));
  for (const index of listAt(wanted, 'GlobalSecondaryIndexes')) {
    const held = there.get(textAt(index, 'IndexName'));
    if (held && keys(held) !== keys(index)) {
      throw new Error(
        `the data folder holds index ${textAt(index, 'IndexName')} with other keys: begin anew with npm start -- --fresh`,
      );
    }
    if (held) continue;
    await ask(engine, 'UpdateTable', {
      TableName: name,
      AttributeDefinitions: listAt(wanted, 'AttributeDefinitions'),
      GlobalSecondaryIndexUpdates: [{ Create: indexOf(index) }],
    });
  }
}

function indexes(properties: JsonObject, key: string): JsonObject {
  const list = listAt(properties, key);
  return list.length === 0 ? {} : { [key]: list.map(indexOf) };
}

function indexOf(index: Json): JsonObject {
  return {
    IndexName: textAt(index, 'IndexName'),
    KeySchema: listAt(index, 'KeySchema'),
    Projection: objectAt(index, 'Projection'),
  };
}

function streamOf(properties: JsonObject): JsonObject {
  const view = textAt(objectAt(properties, 'StreamSpecification'), 'StreamViewType');
  return view === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: view } };
}

function keys(table: Json): string {
  const schema = listAt(table, 'KeySchema').filter(isObject);
  return schema
    .map((key) => `${key.KeyType}:${key.AttributeName}`)
    .sort()
    .join();
}
