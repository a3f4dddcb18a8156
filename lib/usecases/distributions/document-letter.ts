import { distributionIn } from '#lib/core/distributions/distribution.ts';
import type { DocumentNotice } from '#lib/core/notices/notice.ts';
import type { Letter } from '#lib/core/ports.ts';
import { composeDocument } from '#lib/mail/letter/document.ts';
import type { Desk } from '../desk.ts';
import { readDistribution } from './read-distributions.ts';

/** The letter of a document's mail; the document never changes once it is sent, so neither does the letter. One that was withdrawn is not sent any more. */
export async function documentLetter(
  desk: Pick<Desk, 'table'>,
  notice: DocumentNotice,
  origin: string,
): Promise<{ readonly letter: Letter; readonly state?: 'cancelled' }> {
  const found = await readDistribution(desk, distributionIn(notice.round));
  if (!found) throw new Error(`notice ${notice.id} belongs to no document`);
  const corrected = found.corrects === undefined ? undefined : await readDistribution(desk, found.corrects);
  const letter = composeDocument(notice, found, corrected, origin);
  return found.state === 'withdrawn' ? { letter, state: 'cancelled' } : { letter };
}
