import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { fixtureTemplate } from './fixture-template.ts';
import { probe, put, rows } from './probe.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ template: fixtureTemplate(), clock: '2026-04-01T00:00:30Z' });
});
afterAll(() => platform.stop());

describe('the clock', () => {
  test('may stand where a test puts it', () => {
    expect(platform.clock.instant()).toMatch(/^2026-04-01T00:0[01]/);
  });

  test('fires the schedule once a morning on its way, and functions see the moved time', async () => {
    await platform.clock.advanceTo('2026-04-04T05:00:00Z');
    const ticks = (await rows(platform, 'TICK')).map((row) => row.sk?.S?.slice(0, 16));
    expect(ticks).toEqual([
      '2026-04-01T00:30',
      '2026-04-02T00:30',
      '2026-04-03T00:30',
      '2026-04-04T00:30',
      '2026-04-04T05:00',
    ]);
  });

  test('moves by nothing at all without complaint, however long it takes to say so', async () => {
    for (let time = 0; time < 20; time++) await platform.clock.advanceBy({ minutes: 0 });
  });

  test('moves forward only', async () => {
    await expect(platform.clock.advanceTo('2026-04-01T00:00:00Z')).rejects.toThrow('forward');
  });

  test('lets rows expire when their time to live has passed', async () => {
    const ttl = { N: String(Math.floor(platform.clock.now() / 1000) + 3600) };
    await put(platform, { pk: { S: 'EXPIRES' }, sk: { S: '-' }, ttl });
    await platform.clock.advanceBy({ minutes: 30 });
    expect(await rows(platform, 'EXPIRES')).toHaveLength(1);
    await platform.clock.advanceBy({ minutes: 31 });
    await expect.poll(() => rows(platform, 'EXPIRES')).toEqual([]);
  });

  test('is the clock that answers are dated by: what was refused for good is asked once', async () => {
    await platform.clock.advanceBy({ hours: 1 });
    platform.meter.reset();
    const input = {
      TableName: '$TABLE',
      Item: { pk: { S: 'TAKEN' }, sk: { S: '-' } },
      ConditionExpression: 'attribute_not_exists(pk)',
    };
    const taking = { service: 'dynamodb', operation: 'PutItem', input } as const;
    const [first] = await probe(platform, taking);
    const [second] = await probe(platform, taking);
    expect([first?.ok, second?.name]).toEqual([true, 'ConditionalCheckFailedException']);
    expect(platform.meter.of('Probe').calls).toEqual({ 'dynamodb:PutItem': 2 });
  });

  test('does not disturb SDK calls', async () => {
    const [result] = await probe(platform, { service: 'ses', operation: 'GetSendQuota' });
    expect(result).toMatchObject({ ok: true, output: { MaxSendRate: 14 } });
  });
});
