import * as z from 'zod/mini';
import type { Evidence } from '#lib/core/notices/notice.ts';
import { someText, text } from '#lib/core/shapes.ts';
import { idOfTag } from './compose.ts';

/** Shape of an SES event as EventBridge brings it, as far as it is read. */
const sesEvent = z.object({
  'detail-type': text,
  time: text,
  detail: z.object({
    eventType: someText,
    mail: z.object({ messageId: text, tags: z.optional(z.record(text, z.array(text))) }),
    bounce: z.optional(
      z.object({
        bounceType: text,
        bouncedRecipients: z.optional(z.array(z.object({ diagnosticCode: someText }))),
      }),
    ),
    reject: z.optional(z.object({ reason: someText })),
  }),
});

const meanings: Readonly<Record<string, Evidence>> = {
  'Email Sent': 'sent',
  'Email Delivered': 'delivered',
  'Email Delivery Delayed': 'delayed',
  'Email Bounced': 'bounced',
  'Email Complaint Received': 'complained',
  'Email Rejected': 'rejected',
  'Email Rendering Failed': 'rejected',
};

export interface SesProof {
  readonly round: string;
  readonly notice: string;
  readonly evidence: Evidence;
  readonly messageId: string;
  /** When the event was raised, ISO instant. */
  readonly at: string;
  readonly reason?: string;
}

/** What an SES event proves of which notice; undefined for mails that are not from the outbox and events that prove nothing. */
export function proofOf(body: unknown): SesProof | undefined {
  const event = sesEvent.parse(body);
  const { mail, bounce, reject } = event.detail;
  const [round, notice] = [mail.tags?.round?.[0], mail.tags?.notice?.[0]];
  const meaning = meanings[event['detail-type']];
  if (round === undefined || notice === undefined || meaning === undefined) return undefined;
  const evidence = meaning === 'bounced' && bounce?.bounceType !== 'Permanent' ? 'soft-bounced' : meaning;
  const reason = bounce?.bouncedRecipients?.[0]?.diagnosticCode ?? reject?.reason;
  return {
    round,
    notice: idOfTag(notice),
    evidence,
    messageId: mail.messageId,
    at: new Date(event.time).toISOString(),
    ...(reason === undefined ? {} : { reason }),
  };
}
