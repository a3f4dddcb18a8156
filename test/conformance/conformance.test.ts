import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Table } from '#lib/core/ports.ts';
import { dynamoTable } from '#lib/store/dynamo/dynamo-table.ts';
import { tableContract } from '#test/contracts/table.ts';
import { memoryEngine } from '#test/crash/world/memory-engine.ts';
import { overEngine } from '#test/crash/world/over-engine.ts';
import { memoryTable } from '#test/support/memory-table.ts';
import { startRenkei, type TestPlatform } from '#test/support/platform.ts';
import { apart } from './apart.ts';

/** The store's contract on every engine that there is, side by side. */
const pause = (milliseconds: number) => new Promise<void>((resume) => setTimeout(resume, milliseconds));
const dynamo = (client: DynamoDBClient, name: string): Table =>
  dynamoTable({ client, name, id: () => randomUUID(), pause });

describe('the twin in memory', () => {
  const table = memoryTable();
  tableContract(() => table);
});

describe("the crash test's engine, in DynamoDB's own protocol", () => {
  const index = (n: number) => ({ partition: `gsi${n}pk`, sort: `gsi${n}sk`, keysOnly: n === 2 });
  const table = dynamo(overEngine(memoryEngine({ gsi1: index(1), gsi2: index(2) })), 'T');
  tableContract(() => table);
});

describe('the engine of the local platform', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startRenkei();
  });
  afterAll(() => platform.stop());
  tableContract(() => {
    const { endpoint, region, credentials, tableName } = platform.admin;
    return dynamo(new DynamoDBClient({ endpoint, region, credentials }), tableName);
  });
});

const real = process.env.RENKEI_CONFORMANCE_TABLE;
describe.skipIf(!real)('a table of a real account (RENKEI_CONFORMANCE_TABLE)', () => {
  const run = `CONFORMANCE#${randomUUID()}#`;
  tableContract(() => apart(dynamo(new DynamoDBClient({}), real ?? ''), run));
});
