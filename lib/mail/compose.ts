import type { Notice } from '#lib/core/notices/notice.ts';
import { streamOf } from '#lib/core/notices/stream.ts';
import { filled, piecesOf, type Wording } from '#lib/core/notices/wording.ts';
import type { Letter } from '#lib/core/ports.ts';
import { builtInWordings } from './built-in-wordings.ts';
import { type Context, greeting, linkTo } from './letter/context.ts';
import { gatheredReminder } from './letter/gathered-reminder.ts';
import { valuesOf } from './letter/values.ts';
import { type Block, htmlOf, type Message, textOf } from './message.ts';

/** The letter of a notice as it would go out now, in the wording given or the built-in one; also what a preview shows. */
export function compose(context: Context, wording: Wording = builtInWordings[context.notice.kind]): Letter {
  const { notice, others = [] } = context;
  return letterWith(notice, others.length > 0 ? gatheredReminder(context) : messageOf(context, wording));
}

/** A message as the letter of its notice. */
export const letterWith = (notice: Notice, message: Message): Letter => ({
  stream: streamOf(notice),
  to: notice.to,
  subject: oneLine(message.subject),
  text: textOf(message),
  html: htmlOf(message),
  tags: tagsOf(notice),
});

/** Fills a wording piece by piece, so that no value can make a piece of its own; a fact without a value is left out. */
function messageOf(context: Context, { subject, body }: Wording): Message {
  const values = valuesOf(context);
  const token = context.notice.token ?? '';
  const blocks = piecesOf(body).map((piece): Block => {
    if ('linkLabel' in piece) return { link: linkTo(context.origin, token), label: piece.linkLabel, code: token };
    if ('paragraph' in piece) return { paragraph: filled(piece.paragraph, values) };
    const facts = piece.facts.map(([label, value]) => [label, filled(value, values)] as const);
    return { facts: facts.filter(([, value]) => value !== '') };
  });
  return { subject: filled(subject, values), greeting: greeting(context), office: context.round.office, blocks };
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

/** Tags that come back on every event of a mail. */
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
