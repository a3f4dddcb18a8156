import { type AttributeValue, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Platform } from '#infra/local/platform.ts';

/** One SDK call for the fixture's Probe function; `$TABLE` and `$QUEUE` in the input stand for its own. */
export interface ProbeCall {
  readonly service: 'dynamodb' | 's3' | 'ses' | 'sqs';
  readonly operation: string;
  readonly input?: object;
}

/** What became of a call. */
export interface ProbeResult {
  readonly ok: boolean;
  readonly name?: string;
  readonly message?: string;
  readonly attempts?: number;
  readonly reasons?: readonly { readonly Code: string }[];
  readonly output?: { readonly Items?: readonly unknown[]; readonly [key: string]: unknown };
}

/** Lets the Probe function make SDK calls with its own statements, all at once. */
export async function probe(platform: Platform, ...calls: readonly ProbeCall[]): Promise<readonly ProbeResult[]> {
  const outcome = await platform.invoke('Probe', { calls });
  if (!outcome.ok) throw new Error(outcome.errorMessage);
  return JSON.parse(outcome.result ?? '[]');
}

/** Rows of a partition, read as the administrator. */
export async function rows(platform: Platform, pk: string): Promise<readonly Record<string, AttributeValue>[]> {
  const found = await client(platform).send(
    new QueryCommand({
      TableName: platform.admin.tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    }),
  );
  return found.Items ?? [];
}

/** Puts a row as the administrator. */
export async function put(platform: Platform, item: Record<string, AttributeValue>): Promise<void> {
  await client(platform).send(new PutItemCommand({ TableName: platform.admin.tableName, Item: item }));
}

function client({ admin }: Platform): DynamoDBClient {
  return new DynamoDBClient({ endpoint: admin.endpoint, region: admin.region, credentials: admin.credentials });
}
