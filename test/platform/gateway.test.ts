import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { fixtureTemplate } from './fixture-template.ts';
import { probe, rows } from './probe.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ template: fixtureTemplate(), meterCapacity: true });
});
afterAll(() => platform.stop());
beforeEach(() => {
  platform.faults.call = undefined;
  platform.meter.reset();
});

const put = (pk: string) =>
  ({
    service: 'dynamodb',
    operation: 'PutItem',
    input: { TableName: '$TABLE', Item: { pk: { S: pk }, sk: { S: '-' } } },
  }) as const;
const increase = (pk: string) => ({
  TableName: '$TABLE',
  Key: { pk: { S: pk }, sk: { S: '-' } },
  UpdateExpression: 'ADD n :one',
  ExpressionAttributeValues: { ':one': { N: '1' } },
});

describe('the gateway', () => {
  test('refuses what no statement allows, naming function, action and resource on the console', async () => {
    const [result] = await probe(platform, {
      service: 'dynamodb',
      operation: 'DeleteItem',
      input: { TableName: '$TABLE', Key: { pk: { S: 'A' }, sk: { S: '-' } } },
    });
    expect(result).toMatchObject({
      ok: false,
      name: 'AccessDeniedException',
      message: expect.stringContaining('dynamodb:DeleteItem'),
    });
    expect(platform.lines.join('\n')).toMatch(
      /IAM refuses Probe: dynamodb:DeleteItem on arn:aws:dynamodb:ap-northeast-1:\d+:table\/Fixture-Table/,
    );
  });

  test('refuses a transaction for the part that is not allowed', async () => {
    const TransactItems = [
      { Put: { TableName: '$TABLE', Item: { pk: { S: 'X' }, sk: { S: '-' } } } },
      { Update: increase('AUD#1') },
    ];
    const [result] = await probe(platform, {
      service: 'dynamodb',
      operation: 'TransactWriteItems',
      input: { TransactItems },
    });
    expect(result?.message).toMatch(/dynamodb:UpdateItem .* explicit deny/);
    expect(await rows(platform, 'X')).toEqual([]);
  });

  test('refuses SQS and SES calls in the words of those services', async () => {
    const [receive, identities] = await probe(
      platform,
      { service: 'sqs', operation: 'ReceiveMessage', input: { QueueUrl: '$QUEUE' } },
      { service: 'ses', operation: 'ListIdentities' },
    );
    expect(receive).toMatchObject({ ok: false, message: expect.stringContaining('sqs:ReceiveMessage') });
    expect(identities).toMatchObject({
      ok: false,
      name: 'AccessDenied',
      message: expect.stringContaining('ses:ListIdentities'),
    });
  });

  test('counts calls and capacity by function', async () => {
    await probe(platform, put('M1'), put('M2'));
    expect(platform.meter.of('Probe')).toMatchObject({
      calls: { 'dynamodb:PutItem': 2 },
      writeUnits: 2,
      readUnits: 0,
      invocations: 1,
    });
  });

  test('loses a response after applying: a retried bare ADD counts twice', async () => {
    let calls = 0;
    platform.faults.call = () => (calls++ === 0 ? { kind: 'lose-response' } : undefined);
    const [result] = await probe(platform, { service: 'dynamodb', operation: 'UpdateItem', input: increase('TWICE') });
    expect(result).toMatchObject({ ok: true, attempts: 2 });
    expect((await rows(platform, 'TWICE'))[0]?.n).toEqual({ N: '2' });
  });

  test('throttles and refuses without applying', async () => {
    const kinds = ['throttle', 'refuse'] as const;
    let n = 0;
    platform.faults.call = () => {
      const kind = kinds[n++];
      return kind === undefined ? undefined : { kind };
    };
    const [result] = await probe(platform, { service: 'dynamodb', operation: 'UpdateItem', input: increase('ONCE') });
    expect(result).toMatchObject({ ok: true, attempts: 3 });
    expect((await rows(platform, 'ONCE'))[0]?.n).toEqual({ N: '1' });
  });

  test.each([
    ['die-before', 0],
    ['die-after', 1],
  ] as const)('kills the worker: %s leaves %i rows', async (kind, left) => {
    platform.faults.call = () => ({ kind });
    await expect(probe(platform, put(kind))).rejects.toThrow('killed');
    expect(await rows(platform, kind)).toHaveLength(left);
  });

  test('cancels a transaction as another one would', async () => {
    platform.faults.call = () => ({ kind: 'transaction-conflict' });
    const TransactItems = [{ Put: { TableName: '$TABLE', Item: { pk: { S: 'T' }, sk: { S: '-' } } } }];
    const [result] = await probe(platform, {
      service: 'dynamodb',
      operation: 'TransactWriteItems',
      input: { TransactItems },
    });
    expect(result).toMatchObject({
      ok: false,
      name: 'TransactionCanceledException',
      reasons: [{ Code: 'TransactionConflict' }],
    });
  });

  test('answers an index query as it was before', async () => {
    const query = {
      service: 'dynamodb',
      operation: 'Query',
      input: {
        TableName: '$TABLE',
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :k',
        ExpressionAttributeValues: { ':k': { S: 'DUE' } },
      },
    } as const;
    const add = (sk: string) =>
      ({
        service: 'dynamodb',
        operation: 'PutItem',
        input: {
          TableName: '$TABLE',
          Item: { pk: { S: 'I' }, sk: { S: sk }, gsi1pk: { S: 'DUE' }, gsi1sk: { S: sk } },
        },
      }) as const;
    platform.faults.call = () => undefined;
    await probe(platform, add('1'));
    const [before] = await probe(platform, query);
    await probe(platform, add('2'));
    platform.faults.call = ({ operation }) => (operation === 'Query' ? { kind: 'stale-index' } : undefined);
    const [stale] = await probe(platform, query);
    platform.faults.call = undefined;
    const [present] = await probe(platform, query);
    expect([before, stale, present].map((result) => result?.output?.Items?.length)).toEqual([1, 1, 2]);
  });

  test('answers a batch with everything unprocessed', async () => {
    platform.faults.call = () => ({ kind: 'unprocessed' });
    const RequestItems = { $TABLE: [{ PutRequest: { Item: { pk: { S: 'U' }, sk: { S: '-' } } } }] };
    const [result] = await probe(platform, {
      service: 'dynamodb',
      operation: 'BatchWriteItem',
      input: { RequestItems },
    });
    expect(Object.values(result?.output?.UnprocessedItems ?? {})).toHaveLength(1);
    expect(await rows(platform, 'U')).toEqual([]);
  });
});
