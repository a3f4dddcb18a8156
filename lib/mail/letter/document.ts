import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Distribution } from '#lib/core/distributions/distribution.ts';
import type { DocumentNotice } from '#lib/core/notices/notice.ts';
import type { Letter } from '#lib/core/ports.ts';
import { filesIn, fileWords } from '#lib/core/survey/file-answer.ts';
import { letterWith } from '../compose.ts';
import type { Block } from '../message.ts';
import { greeting, text } from './context.ts';

/** Where a document's link leads; the token rides in the fragment. */
export const documentLinkTo = (origin: string, token: string): string => `${origin}/d/open#${token}`;

/** The letter of a document to one organisation: the covering note, what is sent, and the link. */
export function composeDocument(
  notice: DocumentNotice,
  { title, note, files, sender }: Pick<Distribution, 'title' | 'note' | 'files' | 'sender'>,
  corrected: Pick<Distribution, 'title' | 'sentAt'> | undefined,
  origin: string,
): Letter {
  const again = notice.kind === 'document-again';
  const { token = '' } = notice;
  const paragraphs = note.split(/\n\s*\n/).map((paragraph): Block => ({ paragraph }));
  return letterWith(notice, {
    subject: `【${again ? '再送・' : ''}事務連絡】${title}`,
    greeting: greeting({ notice, organisationName: text(notice, 'organisation') }),
    office: sender,
    blocks: [
      ...(again
        ? [{ paragraph: 'お送りした次の文書が、まだ開かれていないようです。お手数ですが、ご確認をお願いします。' }]
        : []),
      ...(corrected === undefined
        ? []
        : [
            {
              paragraph: `この文書は、${longDay(dayOfInstant(corrected.sentAt ?? notice.createdAt))}にお送りした「${corrected.title}」を訂正するものです。`,
            },
          ]),
      ...paragraphs,
      {
        facts: [
          ['文書', title],
          ['ファイル', filesIn(files).map(fileWords).join('、')],
        ],
      },
      { link: documentLinkTo(origin, token), label: '文書のページを開く', code: token, codeName: '文書コード' },
      { paragraph: 'ファイルを開くと、開いた日時とお名前が送信元に記録されます。' },
    ],
  });
}
