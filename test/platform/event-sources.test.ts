import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { fixtureTemplate } from './fixture-template.ts';
import { probe, put, rows } from './probe.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ template: fixtureTemplate() });
});
afterAll(() => platform.stop());
beforeEach(() => {
  platform.faults.delivery = undefined;
});

const seen = async (part: string) => (await rows(platform, 'SEEN')).filter((row) => row.body?.S?.includes(part));
const send = (body: object) =>
  probe(platform, {
    service: 'sqs',
    operation: 'SendMessage',
    input: { QueueUrl: '$QUEUE', MessageBody: JSON.stringify(body) },
  });

describe('a table’s stream', () => {
  test('brings only what the filter lets through to the function', async () => {
    await put(platform, { pk: { S: 'ORG#1' }, sk: { S: '-' } });
    await put(platform, { pk: { S: 'OUT#1' }, sk: { S: '-' } });
    await put(platform, { pk: { S: 'OUT#1' }, sk: { S: '-' }, changed: { BOOL: true } });
    expect(await platform.settle()).toBe(true);
    expect((await seen('OUT#1')).map((row) => row.body?.S)).toEqual(['{"row":"OUT#1"}']);
    expect(await seen('ORG#1')).toEqual([]);
  });

  test('puts aside a record that breaks its function, and goes on', async () => {
    await put(platform, { pk: { S: 'OUT#poison' }, sk: { S: '-' } });
    await put(platform, { pk: { S: 'OUT#after' }, sk: { S: '-' } });
    expect(await platform.settle()).toBe(true);
    expect(await seen('OUT#after')).toHaveLength(1);
    expect(platform.queued('Undelivered').waiting.join()).toContain('RetryAttemptsExhausted');
  });
});

describe('a queue', () => {
  test('gives back only the undone message, and after enough tries puts it aside', async () => {
    await send({ good: 1 });
    await send({ fail: true });
    expect(await platform.settle()).toBe(true);
    expect(platform.queued('Work').hidden).toEqual(['{"fail":true}']);
    await platform.clock.advanceBy({ minutes: 11 });
    await platform.clock.advanceBy({ minutes: 11 });
    expect(platform.queued('Work').hidden).toEqual([]);
    expect(platform.queued('Dead').waiting).toEqual(['{"fail":true}']);
    expect(await seen('"good"')).toHaveLength(1);
    expect((await seen('"fail"')).map((row) => row.sk?.S?.split('#')[1])).toEqual(['1', '2']);
  });

  test('gives back a whole batch that broke', async () => {
    await send({ throw: true });
    expect(await platform.settle()).toBe(true);
    expect(platform.queued('Work').hidden).toEqual(['{"throw":true}']);
    await platform.clock.advanceBy({ minutes: 22 });
    await platform.clock.advanceBy({ minutes: 11 });
    expect(platform.queued('Dead').waiting).toContain('{"throw":true}');
  });

  test('delivers twice when told to', async () => {
    let deliveries = 0;
    platform.faults.delivery = ({ kind }) => (kind === 'queue' && deliveries++ === 0 ? { kind: 'twice' } : undefined);
    const before = platform.meter.of('Consumer').invocations;
    await send({ doubled: true });
    expect(await platform.settle()).toBe(true);
    expect(platform.meter.of('Consumer').invocations - before).toBe(2);
  });

  test('loses a delivery when told to, and it comes again after the visibility timeout', async () => {
    let deliveries = 0;
    platform.faults.delivery = ({ kind }) => (kind === 'queue' && deliveries++ === 0 ? { kind: 'lost' } : undefined);
    await send({ lost: true });
    expect(await platform.settle()).toBe(true);
    expect(await seen('"lost"')).toEqual([]);
    await platform.clock.advanceBy({ minutes: 11 });
    expect(await seen('"lost"')).toHaveLength(1);
  });
});
