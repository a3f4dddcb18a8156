import type { Notice, RoundMail } from '#lib/core/notices/notice.ts';
import { streamOf } from '#lib/core/notices/stream.ts';
import type { Letter } from '#lib/core/ports.ts';
import { htmlOf, type Message, textOf } from './message.ts';
import { colleague } from './messages/colleague.ts';
import type { Context } from './messages/context.ts';
import { approach, list } from './messages/release.ts';
import { reminder } from './messages/reminder.ts';
import { request } from './messages/request.ts';
import { approved, receipt, returned } from './messages/review.ts';

const templates: Readonly<Record<RoundMail, (context: Context) => Message>> = {
  request,
  reminder,
  receipt,
  returned,
  approved,
  list,
  approach,
  colleague,
};

/** The letter of a notice as it would go out now; also what a preview shows. */
export function compose(context: Context): Letter {
  const { notice } = context;
  const message = templates[notice.kind](context);
  return {
    stream: streamOf(notice),
    to: notice.to,
    subject: oneLine(message.subject),
    text: textOf(message),
    html: htmlOf(message),
    tags: tagsOf(notice),
  };
}

/** The letter to SES's mailbox simulator whose delivery event proves that events come through. */
export const canary = (notice: Notice): Letter => ({
  stream: streamOf(notice),
  to: notice.to,
  subject: 'canary',
  text: notice.id,
  html: notice.id,
  tags: tagsOf(notice),
});

const tagsOf = (notice: Notice) => ({
  round: notice.round,
  notice: tagOf(notice.id),
  attempt: String(notice.attempt),
});

/** A header is one line: line breaks and control characters in a name or title cannot begin another. */
const oneLine = (subject: string): string => subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** SES allows only letters, digits, hyphen and underscore in a tag. */
export const tagOf = (id: string): string => Buffer.from(id).toString('base64url');

/** The notice id that a tag stands for. */
export const idOfTag = (tag: string): string => Buffer.from(tag, 'base64url').toString();
