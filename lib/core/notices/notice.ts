import * as z from 'zod/mini';
import { number, someNumber, someText, text } from '../shapes.ts';

/** Kinds of mail of a round; each has one template of the same name. */
export const roundMail = z.enum([
  'check',
  'request',
  'reminder',
  'receipt',
  'heard',
  'returned',
  'approved',
  'list',
  'list-updated',
  'approach',
  'colleague',
]);
export type RoundMail = z.infer<typeof roundMail>;

/** Kinds of mail of a document that is sent out: the first, and the one to whoever has not opened it. */
export const documentMail = z.enum(['document', 'document-again']);
export type DocumentMail = z.infer<typeof documentMail>;

/** Kinds of mail whose words staff edit in versions. */
export const wordedMail = z.enum([...roundMail.options, ...documentMail.options]);
export type WordedMail = z.infer<typeof wordedMail>;

/** Kinds of mail: a round's, a document's, announcements to people of a list, and the canary, which proves that SES's events come through. */
export const noticeKind = z.enum([...wordedMail.options, 'announcement', 'canary']);
export type NoticeKind = z.infer<typeof noticeKind>;

/**
 * 予約 → 送信中 → 送信済 → 配達済 aside from 配達遅延 (SES still tries), 一時不達 (SES gave up for now), 不達, 苦情, 送信できず,
 * 送信結果不明, 宛先停止 (the address is known to be dead, nothing was sent) and 送信停止 (not needed any more).
 */
export const noticeState = z.enum([
  'pending',
  'sending',
  'sent',
  'delayed',
  'soft-bounced',
  'delivered',
  'bounced',
  'complained',
  'rejected',
  'unknown',
  'withheld',
  'stopped',
]);
export type NoticeState = z.infer<typeof noticeState>;

/** A reminder that goes out in another round's mail to the same address. */
const gathered = z.object({
  round: text,
  organisation: text,
  step: text,
  /** The round's due day and the answer's state when the mail was claimed. */
  due: someText,
  state: someText,
});
export type Gathered = z.infer<typeof gathered>;

/** Names what a mail speaks of: a round and the organisation that owes in it. */
export const gatheredIn = ({ round, organisation }: Pick<Gathered, 'round' | 'organisation'>): string =>
  `${round}#${organisation}`;

/** One mail to one recipient: a row of the outbox, written in the transaction that causes it. */
export const notice = z.object({
  round: text,
  /** Deterministic: organisation, step and recipient, so that the same cause never writes two. */
  id: text,
  kind: noticeKind,
  organisation: text,
  to: text,
  toName: text,
  vars: z.record(text, z.union([text, number])),
  /** Secret of the link in the mail; forgotten as soon as the mail is out. */
  token: someText,
  state: noticeState,
  attempt: number,
  /** When it is to be looked at again: first sending, or the end of a claim. ISO instant; absent once settled. */
  dueAt: someText,
  createdAt: text,
  sentAt: someText,
  messageId: someText,
  /** When SES's event that gave the mail its state was raised. ISO instant. */
  settledAt: someText,
  reason: someText,
  /** Id of the mail that did not arrive, which this one follows; it goes out only while that one has still not arrived. */
  after: someText,
  /** What the letter was made of when it was claimed: the wording's version, and of a round's mail what may have changed since. */
  composed: z.optional(
    z.object({
      wording: number,
      at: text,
      due: someText,
      release: someText,
      hospital: someText,
      state: someText,
      submittedAt: someText,
    }),
  ),
  /** Repeats a mail of old word for word, as `composed` says. */
  exact: z.optional(z.boolean()),
  /** Reminders of other rounds that the same address is sent in this one mail: while it waits those laid into it, then those it brought. */
  also: z.optional(z.array(gathered)),
  /** Secrets of their links, by `gatheredIn`; forgotten with `token`. */
  alsoTokens: z.optional(z.record(text, text)),
  /** The reminder laid in last, by `gatheredIn`: one that is laid in while the mail is being claimed makes the claim fail. */
  joined: someText,
  /** How many mails to this same address came before it; absent for the first. */
  retry: someNumber,
});
export type Notice = z.infer<typeof notice>;

/** How a mail stands, without what it says: enough to count it. */
export const noticeStanding = z.pick(notice, {
  round: true,
  id: true,
  kind: true,
  organisation: true,
  state: true,
  dueAt: true,
  createdAt: true,
  sentAt: true,
  also: true,
});
export type NoticeStanding = z.infer<typeof noticeStanding>;

/** A mail of a round. */
export type RoundNotice = Notice & { readonly kind: RoundMail };

export const isRoundNotice = (one: Notice): one is RoundNotice => roundMail.options.some((kind) => kind === one.kind);

/** A mail of a document. */
export type DocumentNotice = Notice & { readonly kind: DocumentMail };

export const isDocumentMail = (kind: NoticeKind): kind is DocumentMail =>
  documentMail.options.some((one) => one === kind);

export const isDocumentNotice = (one: Notice): one is DocumentNotice => isDocumentMail(one.kind);

/** How long a claimed attempt may take before nobody knows what became of it, minutes. */
export const claimMinutes = 10;

/** What SES's events say, as this core names it. */
export type Evidence = 'sent' | 'delayed' | 'soft-bounced' | 'delivered' | 'bounced' | 'complained' | 'rejected';

/** A delivery outweighs a transient bounce: an automatic reply comes as one (SES, bounce subtype General). */
const weight: Readonly<Record<NoticeState, number>> = {
  pending: 0,
  sending: 1,
  unknown: 2,
  stopped: 2,
  withheld: 2,
  sent: 3,
  delayed: 4,
  'soft-bounced': 5,
  delivered: 6,
  rejected: 7,
  bounced: 8,
  complained: 9,
};

/** The state after an event; events arrive in any order and more than once, so the weightier of the two stands. */
export const settledBy = (state: NoticeState, evidence: Evidence): NoticeState =>
  weight[evidence] > weight[state] ? evidence : state;

/** States whose weight is below an evidence's: the condition under which it may be written. */
export const statesBelow = (evidence: Evidence): readonly NoticeState[] =>
  noticeState.options.filter((state) => weight[state] < weight[evidence]);

/** What the link in a mail of a round opens, of those kinds that have one. */
export const linkByKind = {
  request: 'answer',
  reminder: 'answer',
  heard: 'answer',
  returned: 'answer',
  list: 'list',
  'list-updated': 'list',
} as const;
export type LinkedKind = keyof typeof linkByKind;

/** The same for every kind; a mail that follows another gets a fresh link. */
export const linkOf: Readonly<Partial<Record<NoticeKind, 'answer' | 'list'>>> = linkByKind;

/** Whether a mail of a kind has a link in it; a colleague's is a person's own and is made anew by inviting them again. */
export const carriesLink = (kind: NoticeKind): boolean =>
  kind === 'colleague' || isDocumentMail(kind) || linkOf[kind] !== undefined;

/** Whether a person may have it sent again: nobody knows what became of it, or SES did not take it, and its address has not been forgotten meanwhile. */
export const isResendable = ({ state, kind, to }: Pick<Notice, 'state' | 'kind' | 'to'>): boolean =>
  to !== '' && (state === 'unknown' || (state === 'rejected' && kind !== 'colleague'));

/** Whether a mail of a round can be sent again word for word; not one that gathered several rounds, for some may be answered by now. */
export const isRepeatable = (notice: Notice): boolean => {
  const { composed, kind, sentAt, also = [] } = notice;
  return (
    isRoundNotice(notice) && composed !== undefined && kind !== 'colleague' && sentAt !== undefined && also.length === 0
  );
};

/** Kinds that chase an answer: not sent any more once it has come. */
const chasing: readonly NoticeKind[] = ['request', 'reminder', 'returned'];

/** Whether a mail goes out only while the answer is owed: every reminder, and whatever is tried again. */
export const needsDebt = ({ kind, after }: Pick<Notice, 'kind' | 'after'>): boolean =>
  kind === 'reminder' || (after !== undefined && chasing.includes(kind));
