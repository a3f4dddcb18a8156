import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { longDay } from '#lib/core/calendar/show-day.ts';
import type { Distribution } from '#lib/core/distributions/distribution.ts';
import type { DocumentNotice } from '#lib/core/notices/notice.ts';
import { filled, type Piece, piecesOf, type Wording } from '#lib/core/notices/wording.ts';
import type { Letter } from '#lib/core/ports.ts';
import { filesIn, fileWords } from '#lib/core/survey/file-answer.ts';
import { letterWith } from '../compose.ts';
import type { Block } from '../message.ts';
import { greeting, text } from './context.ts';

/** Where a document's link leads; the token rides in the fragment. */
export const documentLinkTo = (origin: string, token: string): string => `${origin}/d/open#${token}`;

/** What the mails of a document speak of. */
export interface DocumentContext {
  readonly notice: DocumentNotice;
  readonly document: Pick<Distribution, 'title' | 'note' | 'files' | 'sender' | 'sentAt'>;
  /** The document that it corrects. */
  readonly corrected: Pick<Distribution, 'title' | 'sentAt'> | undefined;
  readonly origin: string;
}

/** The letter of a document to one organisation in a wording. What it corrects, and that opening is recorded, stand in every one, whatever the wording says. */
export function composeDocument(context: DocumentContext, { subject, body }: Wording): Letter {
  const { notice, document, corrected } = context;
  const values = valuesOf(context);
  return letterWith(notice, {
    subject: filled(subject, values),
    greeting: greeting({ notice, organisationName: text(notice, 'organisation') }),
    office: document.sender,
    blocks: [
      ...(corrected === undefined
        ? []
        : [
            {
              paragraph: `この文書は、${longDay(dayOfInstant(corrected.sentAt ?? notice.createdAt))}にお送りした「${corrected.title}」を訂正するものです。`,
            },
          ]),
      ...piecesOf(body).flatMap((piece) => blocksOf(piece, values, context)),
      { paragraph: 'ファイルを開くと、開いた日時とお名前が送信元に記録されます。' },
    ],
  });
}

/** A piece with its values: the covering note may bring several paragraphs, but no value a fact or a link. */
function blocksOf(piece: Piece, values: ReadonlyMap<string, string>, { notice, origin }: DocumentContext): Block[] {
  if ('linkLabel' in piece) {
    const { token = '' } = notice;
    return [{ link: documentLinkTo(origin, token), label: piece.linkLabel, code: token, codeName: '文書コード' }];
  }
  if ('facts' in piece)
    return [{ facts: piece.facts.map(([label, value]) => [label, filled(value, values)] as const) }];
  return filled(piece.paragraph, values)
    .split(/\n\s*\n/)
    .map((paragraph) => ({ paragraph }));
}

const valuesOf = ({ notice, document }: DocumentContext): ReadonlyMap<string, string> =>
  new Map([
    ['件名', document.title],
    ['送付文', document.note],
    ['ファイル', filesIn(document.files).map(fileWords).join('、')],
    ['配布先', text(notice, 'organisation')],
    ['担当者名', notice.toName],
    ['送信日', longDay(dayOfInstant(document.sentAt ?? notice.createdAt))],
    ['問い合わせ先', document.sender.name],
    ['電話', document.sender.telephone],
  ]);
