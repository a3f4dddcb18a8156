import * as z from 'zod/mini';

/** Kinds of mail; each has one template of the same name. */
export const noticeKind = z.enum(['request', 'reminder', 'receipt', 'returned', 'approved', 'list', 'approach']);
export type NoticeKind = z.infer<typeof noticeKind>;

/** 予約 → 送信中 → 送信済 → 配達済; 一時不達, 不達, 苦情, 送信結果不明 and 送信停止 (not needed any more) aside. */
export const noticeState = z.enum([
  'pending',
  'sending',
  'sent',
  'delayed',
  'delivered',
  'bounced',
  'complained',
  'rejected',
  'unknown',
  'stopped',
]);
export type NoticeState = z.infer<typeof noticeState>;

/** One mail to one recipient: a row of the outbox, written in the transaction that causes it. */
export const notice = z.object({
  round: z.string(),
  /** Deterministic: organisation, step and recipient, so that the same cause never writes two. */
  id: z.string(),
  kind: noticeKind,
  organisation: z.string(),
  to: z.string(),
  toName: z.string(),
  vars: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Secret of the link in the mail; forgotten as soon as the mail is out. */
  token: z.optional(z.string()),
  state: noticeState,
  attempt: z.number(),
  /** When it is to be looked at again: first sending, or the end of a claim. ISO instant; absent once settled. */
  dueAt: z.optional(z.string()),
  createdAt: z.string(),
  sentAt: z.optional(z.string()),
  messageId: z.optional(z.string()),
  reason: z.optional(z.string()),
});
export type Notice = z.infer<typeof notice>;

/** How long a claimed attempt may take before nobody knows what became of it, minutes. */
export const claimMinutes = 10;

/** What SES's events say, as this core names it. */
export type Evidence = 'sent' | 'delayed' | 'delivered' | 'bounced' | 'complained' | 'rejected';

const weight: Readonly<Record<NoticeState, number>> = {
  pending: 0,
  sending: 1,
  unknown: 2,
  stopped: 2,
  sent: 3,
  delayed: 4,
  delivered: 5,
  rejected: 6,
  bounced: 7,
  complained: 8,
};

/** The state after an event; events arrive in any order and more than once, so the weightier of the two stands. */
export const settledBy = (state: NoticeState, evidence: Evidence): NoticeState =>
  weight[evidence] > weight[state] ? evidence : state;

/** States whose weight is below an evidence's: the condition under which it may be written. */
export const statesBelow = (evidence: Evidence): readonly NoticeState[] =>
  noticeState.options.filter((state) => weight[state] < weight[evidence]);
