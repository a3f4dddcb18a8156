import { type Distribution, distributionIn } from '#lib/core/distributions/distribution.ts';
import type { DocumentMail, DocumentNotice, Notice } from '#lib/core/notices/notice.ts';
import type { Wording, WordingVersion } from '#lib/core/notices/wording.ts';
import type { Letter } from '#lib/core/ports.ts';
import { builtInDocumentWordings } from '#lib/mail/built-in-document-wordings.ts';
import { composeDocument } from '#lib/mail/letter/document.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';
import { newestWording } from '../newest-wording.ts';
import { readDistribution } from './read-distributions.ts';

type Reader = Pick<Desk, 'table'>;

/** The newest published wording of a kind of a document's mail, or the built-in one as version 0. */
export const documentWording = async (
  desk: Reader,
  kind: DocumentMail,
): Promise<Wording & Partial<WordingVersion> & { readonly version: number }> =>
  (await newestWording(desk, kind)) ?? { ...builtInDocumentWordings[kind], version: 0 };

/** The letter of a document's mail as it goes out now, and which wording it is in; the document itself never changes once it is sent. One that was withdrawn is not sent any more. */
export async function documentLetter(
  desk: Reader,
  notice: DocumentNotice,
  origin: string,
  now: string,
): Promise<{
  readonly letter: Letter;
  readonly composed: NonNullable<Notice['composed']>;
  readonly state?: 'cancelled';
}> {
  const [document, wording] = await Promise.all([documentOf(desk, notice), documentWording(desk, notice.kind)]);
  const letter = await letterIn(desk, { notice, document, origin }, wording);
  const composed = { wording: wording.version, at: now };
  return document.state === 'withdrawn' ? { letter, composed, state: 'cancelled' } : { letter, composed };
}

/** The letter of a document's mail in the wording that it went out in. */
export async function documentLetterAsSent(desk: Reader, notice: DocumentNotice, origin: string): Promise<Letter> {
  const key = keys.wording(notice.kind, notice.composed?.wording ?? 0);
  const [document, wording] = await Promise.all([documentOf(desk, notice), find(desk.table, rows.wording, key)]);
  return letterIn(desk, { notice, document, origin }, wording ?? builtInDocumentWordings[notice.kind]);
}

/** A document's mail in some wording, with what it corrects. */
export async function letterIn(
  desk: Reader,
  of: { readonly notice: DocumentNotice; readonly document: Distribution; readonly origin: string },
  wording: Wording,
): Promise<Letter> {
  const { corrects } = of.document;
  const corrected = corrects === undefined ? undefined : await readDistribution(desk, corrects);
  return composeDocument({ ...of, corrected }, wording);
}

async function documentOf(desk: Reader, { round, id }: DocumentNotice): Promise<Distribution> {
  const found = await readDistribution(desk, distributionIn(round));
  if (!found) throw new Error(`notice ${id} belongs to no document`);
  return found;
}
