import { isDocumentMail, type WordedMail } from '#lib/core/notices/notice.ts';
import type { Wording, WordingVersion } from '#lib/core/notices/wording.ts';
import type { Desk } from './desk.ts';
import { documentWording } from './distributions/document-letter.ts';
import { currentWording } from './letter-of.ts';

/** A wording that mails are sent in, and which version it is; the built-in one is version 0. */
export type WordingInForce = Wording & Partial<WordingVersion> & { readonly version: number };

/** The wording in which mails of a kind are sent now, of a round's or a document's. */
export const wordingInForce = (desk: Pick<Desk, 'table'>, kind: WordedMail): Promise<WordingInForce> =>
  isDocumentMail(kind) ? documentWording(desk, kind) : currentWording(desk, kind);
