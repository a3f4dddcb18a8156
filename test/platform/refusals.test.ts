import { describe, expect, test } from 'vitest';
import { startTestPlatform } from '../support/platform.ts';
import { allow, fixtureTemplate, role } from './fixture-template.ts';

const start = (change: Parameters<typeof fixtureTemplate>[0]) =>
  startTestPlatform({ template: fixtureTemplate(change) });

describe('a start is refused', () => {
  test('naming every resource type that is not known', async () => {
    await expect(start({ Pool: { Type: 'AWS::Cognito::UserPool' }, Key: { Type: 'AWS::KMS::Key' } })).rejects.toThrow(
      /AWS::Cognito::UserPool \(Pool\), AWS::KMS::Key \(Key\)/,
    );
  });

  test('naming the grant that a poller’s role lacks', async () => {
    await expect(start({ ConsumerRole: role(allow(['sqs:ReceiveMessage'], '*')) })).rejects.toThrow(
      'sqs:DeleteMessage',
    );
  });

  test('naming the permission that a route lacks', async () => {
    await expect(start({ ProbePermission: undefined })).rejects.toThrow(
      /invoke Probe for the route ANY \/p\/\{proxy\+\}/,
    );
  });

  test('naming the role that cannot start a schedule’s target', async () => {
    await expect(start({ ScheduleRole: role() })).rejects.toThrow(/schedule Schedule cannot start Tick/);
  });
});

test('an event that a queue’s policy does not let in is told on the console', async () => {
  const platform = await start({ FatesPolicy: undefined });
  await platform.mail.send({
    source: 'a@mail.example',
    to: ['b@c.example'],
    cc: [],
    bcc: [],
    subject: 's',
    text: 't',
    html: '',
    headers: [],
    attachments: [],
    configurationSet: 'Fixture-MailSet',
    tags: {},
  });
  expect(await platform.settle()).toBe(true);
  expect(platform.lines.join('\n')).toMatch(/does not let events.amazonaws.com do sqs:SendMessage/);
  await platform.stop();
});
