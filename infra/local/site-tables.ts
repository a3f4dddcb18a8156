import { ask } from './dynamodb/engine.ts';
import { sweepExpired } from './dynamodb/ttl-sweeper.ts';
import type { LocalTable, Site } from './site.ts';
import { listAt } from './template/json.ts';

/** Finds a table by name or ARN; an unknown one is given a shape that no statement allows. */
export function findTable(site: Site): (nameOrArn: string) => LocalTable {
  return (nameOrArn) => {
    const name = nameOrArn.replace(/^.*table\//, '');
    const arn = `arn:aws:dynamodb:${site.region}:${site.accountId}:table/${name}`;
    return (
      site.tables.get(name) ?? { name, arn, streamArn: '', partitionKey: '', indexPartitionKeys: {}, ttl: undefined }
    );
  };
}

/** Whether a table holds no row at all. */
export async function isEmpty(site: Site, tableName: string): Promise<boolean> {
  return (
    tableName !== '' && listAt(await ask(site.dynamo, 'Scan', { TableName: tableName, Limit: 1 }), 'Items').length === 0
  );
}

/** Deletes what has expired in every table. */
export async function sweepAll(site: Site): Promise<void> {
  for (const { ttl } of site.tables.values()) {
    if (!ttl) continue;
    const deleted = await sweepExpired(site.dynamo, ttl, site.clock.now());
    if (deleted > 0) for (const told of site.onWrite) told();
  }
}
