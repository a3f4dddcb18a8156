import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { dynamoTable } from '#lib/store/dynamo/dynamo-table.ts';
import { tableContract } from '#test/contracts/table.ts';
import { startRenkei, type TestPlatform } from '#test/support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startRenkei();
});
afterAll(() => platform.stop());

describe('the table in the real engine, made by the real template', () => {
  let ids = 0;
  tableContract(() => {
    const { endpoint, region, credentials, tableName } = platform.admin;
    return dynamoTable({
      client: new DynamoDBClient({ endpoint, region, credentials }),
      name: tableName,
      id: () => `contract-${ids++}`,
      pause: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
    });
  });
});
