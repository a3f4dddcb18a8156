import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../template/json.ts';
import type { StoredMail } from './mailbox.ts';

/** What may become of a mail, in SES's own words. */
export type MailEventKind = 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'DeliveryDelay' | 'Reject';

const DETAIL_TYPE: Readonly<Record<MailEventKind, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  DeliveryDelay: 'Email Delivery Delayed',
  Reject: 'Email Rejected',
};

/** Where the events come from. */
export interface MailEventOrigin {
  readonly region: string;
  readonly accountId: string;
}

/** An event about a mail as SES gives it to EventBridge (SES Developer Guide, "Examples of event data … EventBridge"). */
export function mailEvent(
  kind: MailEventKind,
  mail: StoredMail,
  at: string,
  extra: JsonObject,
  origin: MailEventOrigin,
): JsonObject {
  const { region, accountId } = origin;
  const set = mail.configurationSet;
  const domain = mail.from.replace(/^.*@/, '').replace(/>.*$/, '');
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': DETAIL_TYPE[kind],
    source: 'aws.ses',
    account: accountId,
    time: at,
    region,
    resources: set === undefined ? [] : [`arn:aws:ses:${region}:${accountId}:configuration-set/${set}`],
    detail: {
      eventType: kind,
      mail: {
        timestamp: mail.at,
        source: mail.from,
        sourceArn: `arn:aws:ses:${region}:${accountId}:identity/${domain}`,
        sendingAccountId: accountId,
        messageId: mail.id,
        destination: mail.to,
        headersTruncated: false,
        headers: mail.headers.map(({ name, value }) => ({ name, value })),
        commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
        tags: {
          'ses:operation': ['SendEmail'],
          'ses:source-ip': ['127.0.0.1'],
          'ses:from-domain': [domain],
          'ses:caller-identity': ['local'],
          ...(set === undefined ? {} : { 'ses:configuration-set': [set] }),
          ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
        },
      },
      [kind.charAt(0).toLowerCase() + kind.slice(1)]: extra,
    },
  };
}

/** What follows the Send event for one recipient, by the local part of the address. */
export function fateOf(
  address: string,
  suppressed: boolean,
  at: string,
): { readonly kind: MailEventKind; readonly extra: JsonObject } {
  const local = address.split('@')[0] ?? '';
  const bounced = (bounceType: string, bounceSubType: string, status: string, diagnosticCode: string) => ({
    kind: 'Bounce' as const,
    extra: {
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: address, action: 'failed', status, diagnosticCode }],
      timestamp: at,
      feedbackId: randomUUID(),
      reportingMTA: 'dns; local.amazonses.com',
    },
  });
  if (suppressed || local.startsWith('suppressionlist')) {
    return bounced(
      'Permanent',
      'OnAccountSuppressionList',
      '5.1.1',
      'Amazon SES did not send the message to this address because it is on the suppression list for your account.',
    );
  }
  if (local.startsWith('softbounce'))
    return bounced('Transient', 'MailboxFull', '4.2.2', 'smtp; 452 4.2.2 mailbox full');
  if (local.startsWith('bounce')) return bounced('Permanent', 'General', '5.1.1', 'smtp; 550 5.1.1 user unknown');
  if (local.startsWith('complaint')) {
    return {
      kind: 'Complaint',
      extra: {
        complainedRecipients: [{ emailAddress: address }],
        timestamp: at,
        feedbackId: randomUUID(),
        complaintFeedbackType: 'abuse',
        userAgent: 'local',
      },
    };
  }
  return {
    kind: 'Delivery',
    extra: {
      timestamp: at,
      processingTimeMillis: 1,
      recipients: [address],
      smtpResponse: '250 ok',
      reportingMTA: 'local.amazonses.com',
    },
  };
}
