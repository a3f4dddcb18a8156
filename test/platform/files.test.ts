import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Files } from '#lib/store/s3-files.ts';
import { filesContract } from '#test/contracts/files.ts';
import { startTestPlatform, type TestPlatform } from '#test/support/platform.ts';
import { allow, fixtureTemplate, role } from './fixture-template.ts';
import { probe } from './probe.ts';

const template = fixtureTemplate({
  Files: { Type: 'AWS::S3::Bucket', Properties: {} },
  ProbeRole: role(
    allow(['s3:PutObject', 's3:GetObject'], { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Files', 'Arn'] }, '/open/*']] }),
  ),
});
const Bucket = 'fixture-files';
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ template });
});
afterAll(() => platform.stop());

const asAdmin = ({ admin: { endpoint, region, credentials } }: TestPlatform) =>
  s3Files(Bucket, { endpoint, region, credentials });

describe('files in the local S3, through the real adapter', () => {
  filesContract(() => asAdmin(platform));
});

describe('a function', () => {
  test('reaches only the keys that its role names', async () => {
    const [put] = await probe(platform, {
      service: 's3',
      operation: 'PutObject',
      input: { Bucket, Key: 'open/a', Body: 'x' },
    });
    const [get, aside, remove] = await probe(
      platform,
      { service: 's3', operation: 'GetObject', input: { Bucket, Key: 'open/a' } },
      { service: 's3', operation: 'GetObject', input: { Bucket, Key: 'closed/a' } },
      { service: 's3', operation: 'DeleteObject', input: { Bucket, Key: 'open/a' } },
    );
    expect([put?.ok, get?.ok]).toEqual([true, true]);
    expect(aside).toMatchObject({ ok: false, name: 'AccessDenied', message: expect.stringContaining('s3:GetObject') });
    expect(remove).toMatchObject({ ok: false, message: expect.stringContaining('s3:DeleteObject') });
  });
});

test('a second start on the same folder finds the files', async () => {
  const first = await startTestPlatform({ template });
  await asAdmin(first).put('kept', { bytes: new Uint8Array([1, 2, 3]), type: 'image/png', metadata: { name: '外観' } });
  await first.stopKeepingData();
  const second = await startTestPlatform({ template, dataFolder: first.dataFolder });
  expect(await asAdmin(second).get('kept')).toEqual({
    bytes: new Uint8Array([1, 2, 3]),
    type: 'image/png',
    metadata: { name: '外観' },
  });
  await second.stop();
});
