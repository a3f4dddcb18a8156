import { linkLine } from '#lib/core/announcements/check-announcement.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import { filled, piecesOf } from '#lib/core/notices/wording.ts';
import type { Letter } from '#lib/core/ports.ts';
import { letterWith } from '../compose.ts';
import type { Block, Message } from '../message.ts';

/** The letter of an announcement to one person, with its way out at the end and in the headers. */
export function composeAnnouncement(
  notice: Notice,
  words: {
    readonly subject: string;
    readonly body: string;
    readonly office: Message['office'];
    /** Name of the person's prefecture. */
    readonly prefecture: string;
    /** Address of the page that ends the subscription. */
    readonly unsubscribe: string;
  },
): Letter {
  const { university = '', year = '' } = notice.vars;
  const values = new Map([
    ['氏名', notice.toName],
    ['大学', String(university)],
    ['都道府県', words.prefecture],
    ['学年', `${year}年`],
  ]);
  const blocks = piecesOf(words.body).flatMap((piece): Block[] => {
    if ('linkLabel' in piece) return [];
    if ('facts' in piece) return [{ facts: piece.facts.map(([label, value]) => [label, filled(value, values)]) }];
    const link = linkLine.exec(piece.paragraph);
    if (link?.[1] && link[2]) return [{ link: link[2], label: filled(link[1], values) }];
    return [{ paragraph: filled(piece.paragraph, values) }];
  });
  const message = {
    subject: filled(words.subject, values),
    greeting: notice.toName === '' ? '医学生の皆さま' : `${notice.toName}　様`,
    office: words.office,
    blocks: [
      ...blocks,
      { link: words.unsubscribe, label: 'このお知らせを今後受け取らない方は、次のページで配信を停止できます。' },
    ],
  };
  return { ...letterWith(notice, message), unsubscribe: words.unsubscribe };
}
