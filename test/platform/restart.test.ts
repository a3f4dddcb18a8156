import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startTestPlatform } from '../support/platform.ts';
import { fixtureTemplate } from './fixture-template.ts';
import { probe, put, rows } from './probe.ts';

describe('a second start on the same folder', () => {
  test('finds rows, messages, mails, suppressed addresses, time and the stream’s position', async () => {
    const first = await startTestPlatform({ template: fixtureTemplate(), clock: '2030-01-01T00:00:00Z' });
    const { dataFolder } = first;
    await put(first, { pk: { S: 'OUT#kept' }, sk: { S: '-' } });
    await probe(
      first,
      { service: 'sqs', operation: 'SendMessage', input: { QueueUrl: '$QUEUE', MessageBody: '{"fail":true}' } },
      {
        service: 'ses',
        operation: 'SendEmail',
        input: {
          Source: 'a@mail.example',
          Destination: { ToAddresses: ['bounce@b.example'] },
          Message: { Subject: { Data: '件名' }, Body: { Text: { Data: '本文' } } },
        },
      },
    );
    expect(await first.settle()).toBe(true);
    const forwarded = first.meter.of('Forward').invocations;
    await first.stopKeepingData();

    const second = await startTestPlatform({ template: fixtureTemplate(), dataFolder });
    expect(await second.settle()).toBe(true);
    expect(forwarded).toBe(1);
    expect(second.meter.of('Forward').invocations).toBe(0);
    expect(await rows(second, 'OUT#kept')).toHaveLength(1);
    expect(second.queued('Work').hidden).toEqual(['{"fail":true}']);
    expect(second.inbox.list().map(({ subject }) => subject)).toEqual(['件名']);
    expect(second.mail.suppressed.get('bounce@b.example')).toBe('BOUNCE');
    expect(second.clock.instant()).toMatch(/^2030-01-01/);
    await second.stop();
  });

  test('hands on the events of a mail that was accepted just before a kill', async () => {
    const first = await startTestPlatform({ template: fixtureTemplate() });
    const events = async (of: typeof first) => {
      expect(await of.settle()).toBe(true);
      return (await rows(of, 'SEEN')).filter((row) => row.body?.S?.includes('aws.ses')).length;
    };
    await probe(first, {
      service: 'ses',
      operation: 'SendEmail',
      input: {
        Source: 'a@mail.example',
        Destination: { ToAddresses: ['clerk@b.example'] },
        Message: { Subject: { Data: '件名' }, Body: { Text: { Data: '本文' } } },
        ConfigurationSetName: 'Fixture-MailSet',
      },
    });
    const told = await events(first);
    await first.stopKeepingData();
    const second = await startTestPlatform({ template: fixtureTemplate(), dataFolder: first.dataFolder });
    expect(await events(second)).toBe(told);
    await second.stopKeepingData();
    writeFileSync(join(first.dataFolder, 'mail', 'settled.txt'), '');
    const third = await startTestPlatform({ template: fixtureTemplate(), dataFolder: first.dataFolder });
    expect(told).toBeGreaterThan(0);
    expect(await events(third)).toBe(told * 2);
    await third.stop();
  });

  test('begins anew when asked to, and seeds only an empty table', async () => {
    let seeded = 0;
    const options = {
      template: fixtureTemplate(),
      seed: async () => {
        seeded++;
      },
    };
    const first = await startTestPlatform(options);
    await put(first, { pk: { S: 'A' }, sk: { S: '-' } });
    await first.stopKeepingData();
    const second = await startTestPlatform({ ...options, dataFolder: first.dataFolder });
    await second.stopKeepingData();
    expect(seeded).toBe(1);
    const third = await startTestPlatform({ ...options, dataFolder: first.dataFolder, fresh: true });
    expect(await rows(third, 'A')).toEqual([]);
    expect(seeded).toBe(2);
    await third.stop();
  });

  test('is refused plainly while the first holds the folder', async () => {
    const first = await startTestPlatform({ template: fixtureTemplate() });
    await expect(startTestPlatform({ template: fixtureTemplate(), dataFolder: first.dataFolder })).rejects.toThrow(
      /data folder .* is in use by process/,
    );
    await expect(startTestPlatform({ template: fixtureTemplate(), port: first.port })).rejects.toThrow(
      /port \d+ is in use/,
    );
    await first.stop();
  });

  test('takes over the lock of a process that is gone', async () => {
    const first = await startTestPlatform({ template: fixtureTemplate() });
    await first.stopKeepingData();
    writeFileSync(join(first.dataFolder, 'lock'), '4194304');
    const second = await startTestPlatform({ template: fixtureTemplate(), dataFolder: first.dataFolder });
    await second.stop();
  });
});

test('the engine is started again when it is killed, and nothing acknowledged is lost', async () => {
  const platform = await startTestPlatform({ template: fixtureTemplate() });
  await put(platform, { pk: { S: 'KEPT' }, sk: { S: '-' } });
  const before = platform.enginePid();
  process.kill(before ?? 0, 'SIGKILL');
  await expect.poll(() => platform.enginePid(), { timeout: 5000 }).not.toBe(before);
  expect(await rows(platform, 'KEPT')).toHaveLength(1);
  await platform.stop();
});

test('two platforms run side by side without seeing each other', async () => {
  const [left, right] = await Promise.all([
    startTestPlatform({ template: fixtureTemplate() }),
    startTestPlatform({ template: fixtureTemplate() }),
  ]);
  await put(left, { pk: { S: 'LEFT' }, sk: { S: '-' } });
  expect(await rows(right, 'LEFT')).toEqual([]);
  await Promise.all([left.stop(), right.stop()]);
});
