import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { fixtureTemplate } from './fixture-template.ts';
import { probe, rows } from './probe.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ template: fixtureTemplate() });
});
afterAll(() => platform.stop());
beforeEach(() => {
  platform.mail.quota.maxSendRate = 100;
  platform.mail.quota.max24HourSend = 1000;
  platform.mail.suppressed.clear();
});

interface Wish {
  readonly to?: readonly string[];
  readonly from?: string;
  readonly subject?: string;
  readonly set?: string;
  readonly tag?: string;
}

function mail({
  to = ['clerk@hospital.example'],
  from = 'no-reply@mail.example',
  subject = '照会のお願い',
  set = 'Fixture-MailSet',
  tag = 'x',
}: Wish) {
  const input = {
    Source: from,
    Destination: { ToAddresses: to },
    Message: {
      Subject: { Data: subject },
      Body: { Text: { Data: '本文です。\nhttps://renkei.example/h/1' }, Html: { Data: '<p>本文です。</p>' } },
    },
    ConfigurationSetName: set,
    Tags: [{ Name: 'attempt', Value: tag }],
  };
  return { service: 'ses', operation: 'SendEmail', input } as const;
}

async function fates(tag: string): Promise<
  readonly {
    readonly type: string;
    readonly detail: { readonly bounce?: { readonly bounceType: string; readonly bounceSubType: string } };
  }[]
> {
  expect(await platform.settle()).toBe(true);
  return (await rows(platform, 'SEEN'))
    .map((row) => JSON.parse(row.body?.S ?? '{}'))
    .filter((event) => event.source === 'aws.ses' && event.detail.mail.tags.attempt?.[0] === tag)
    .map((event) => ({ type: event['detail-type'], detail: event.detail }));
}

describe('the local SES', () => {
  test('keeps an accepted mail whole and tells its fate through the bus, with its tags', async () => {
    const [result] = await probe(platform, mail({ tag: 'accepted' }));
    expect(result).toMatchObject({ ok: true });
    const [kept] = platform.inbox.to('clerk@hospital.example');
    expect(kept).toMatchObject({
      from: 'no-reply@mail.example',
      subject: '照会のお願い',
      text: '本文です。\nhttps://renkei.example/h/1',
      html: '<p>本文です。</p>',
      tags: { attempt: 'accepted' },
    });
    const told = await fates('accepted');
    expect(told.map(({ type }) => type).sort()).toEqual(['Email Delivered', 'Email Sent']);
    expect(told[0]?.detail).toMatchObject({ mail: { messageId: kept?.id, destination: ['clerk@hospital.example'] } });
  });

  test('reads a raw message: encoded words, alternatives, base64 and quoted-printable', async () => {
    const Data = [
      'From: =?UTF-8?B?6YCj5pC6?= <no-reply@mail.example>',
      'To: raw@hospital.example',
      `Subject: =?UTF-8?B?${Buffer.from('年度の').toString('base64')}?=`,
      ` =?UTF-8?B?${Buffer.from('照会').toString('base64')}?=`,
      'X-SES-CONFIGURATION-SET: Fixture-MailSet',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('本文').toString('base64'),
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>=E6=9C=AC=E6=96=87</p>',
      '--b--',
    ].join('\r\n');
    const [result] = await probe(platform, {
      service: 'ses',
      operation: 'SendRawEmail',
      input: { RawMessage: { Data } },
    });
    expect(result).toMatchObject({ ok: true });
    expect(platform.inbox.to('raw@hospital.example')[0]).toMatchObject({
      subject: '年度の照会',
      text: '本文',
      html: '<p>本文</p>',
    });
  });

  test.each<[string, Wish, string]>([
    ['a line break in the subject', { subject: 'a\r\nBcc: x@y.example' }, 'InvalidParameterValue'],
    ['a line break in an address', { to: ['a@b.example\r\nBcc: x@y.example'] }, 'InvalidParameterValue'],
    ['an address without a domain', { to: ['nobody'] }, 'InvalidParameterValue'],
    ['an address with two dots', { to: ['a..b@c.example'] }, 'InvalidParameterValue'],
    ['51 recipients', { to: Array.from({ length: 51 }, (_, n) => `a${n}@b.example`) }, 'MessageRejected'],
    ['a sender that is not verified', { from: 'no-reply@other.example' }, 'MessageRejected'],
    ['an unknown configuration set', { set: 'Nowhere' }, 'ConfigurationSetDoesNotExist'],
    ['a tag with a space', { tag: 'a b' }, 'InvalidParameterValue'],
  ])('refuses %s', async (_what, wish, code) => {
    const before = platform.inbox.list().length;
    const [result] = await probe(platform, mail(wish));
    expect(result?.ok).toBe(false);
    expect(result?.name).toContain(code);
    expect(platform.inbox.list()).toHaveLength(before);
  });

  test('holds to the rate of the account', async () => {
    await pause(1100);
    platform.mail.quota.maxSendRate = 1;
    const results = await probe(platform, mail({}), mail({}));
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      name: 'Throttling',
      message: 'Maximum sending rate exceeded.',
    });
  });

  test('holds to the quota of a day, and a day later sends again', async () => {
    platform.mail.quota.max24HourSend = platform.mail.sentLast24Hours();
    const [refused] = await probe(platform, mail({}));
    expect(refused).toMatchObject({ name: 'Throttling', message: 'Daily message quota exceeded.' });
    await platform.clock.advanceBy({ days: 1, minutes: 1 });
    const [sent] = await probe(platform, mail({}));
    expect(sent).toMatchObject({ ok: true });
  });

  test('bounces for good, then holds the address back', async () => {
    await probe(platform, mail({ to: ['bounce@hospital.example'], tag: 'first' }));
    const first = await fates('first');
    await probe(platform, mail({ to: ['bounce@hospital.example'], tag: 'second' }));
    const second = await fates('second');
    expect(first.find(({ type }) => type === 'Email Bounced')?.detail.bounce).toMatchObject({
      bounceType: 'Permanent',
      bounceSubType: 'General',
    });
    expect(second.find(({ type }) => type === 'Email Bounced')?.detail.bounce).toMatchObject({
      bounceSubType: 'OnAccountSuppressionList',
    });
    expect([...platform.mail.suppressed]).toEqual([['bounce@hospital.example', 'BOUNCE']]);
  });

  test('tells a full mailbox as transient and a complaint as complaint', async () => {
    await probe(
      platform,
      mail({ to: ['softbounce@hospital.example'], tag: 'soft' }),
      mail({ to: ['complaint@hospital.example'], tag: 'angry' }),
    );
    expect((await fates('soft')).find(({ type }) => type === 'Email Bounced')?.detail.bounce).toMatchObject({
      bounceType: 'Transient',
    });
    expect((await fates('angry')).map(({ type }) => type)).toContain('Email Complaint Received');
    expect([...platform.mail.suppressed]).toEqual([['complaint@hospital.example', 'COMPLAINT']]);
  });

  test('loses or doubles an event when told to', async () => {
    platform.faults.delivery = ({ kind, payload }) =>
      kind === 'mail-event' ? { kind: payload['detail-type'] === 'Email Sent' ? 'lost' : 'twice' } : undefined;
    await probe(platform, mail({ tag: 'faulty' }));
    expect((await fates('faulty')).map(({ type }) => type)).toEqual(['Email Delivered', 'Email Delivered']);
    platform.faults.delivery = undefined;
  });
});
