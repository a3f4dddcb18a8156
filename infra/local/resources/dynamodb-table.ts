import { createTable } from '../dynamodb/create-table.ts';
import type { ResourceKind } from '../site.ts';
import { type Json, listAt, objectAt, textAt } from '../template/json.ts';

/** A table with its indexes, stream and time to live; restoring to a point in time and deletion protection mean nothing to a file. */
export const dynamodbTable: ResourceKind = {
  type: 'AWS::DynamoDB::Table',
  nameProperty: 'TableName',
  attributes: {
    Arn: (name, { region, accountId }) => `arn:aws:dynamodb:${region}:${accountId}:table/${name}`,
    StreamArn: (name, { region, accountId }) => `arn:aws:dynamodb:${region}:${accountId}:table/${name}/stream/local`,
  },
  async build({ name, properties }, site) {
    await createTable(site.dynamo, name, properties);
    const arn = `arn:aws:dynamodb:${site.region}:${site.accountId}:table/${name}`;
    const ttl = objectAt(properties, 'TimeToLiveSpecification');
    const ttlAttribute = textAt(ttl, 'Enabled') === 'true' ? textAt(ttl, 'AttributeName') : undefined;
    site.tables.set(name, {
      name,
      arn,
      streamArn: `${arn}/stream/local`,
      partitionKey: partitionKey(properties),
      indexPartitionKeys: Object.fromEntries(
        listAt(properties, 'GlobalSecondaryIndexes').map((index) => [
          textAt(index, 'IndexName') ?? '',
          partitionKey(index),
        ]),
      ),
      ttl: ttlAttribute === undefined ? undefined : { name, ttlAttribute, keyAttributes: keyAttributes(properties) },
    });
  },
};

function partitionKey(table: Json): string {
  const hash = listAt(table, 'KeySchema').find((key) => textAt(key, 'KeyType') === 'HASH');
  return textAt(hash, 'AttributeName') ?? '';
}

function keyAttributes(table: Json): readonly string[] {
  return listAt(table, 'KeySchema').map((key) => textAt(key, 'AttributeName') ?? '');
}
