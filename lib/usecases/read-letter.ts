import { isDocumentNotice, isRoundNotice, type Notice } from '#lib/core/notices/notice.ts';
import type { Letter } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { announcementLetter } from './announcements/announcement-letter.ts';
import type { Desk } from './desk.ts';
import { documentLetter, documentLetterAsSent } from './distributions/document-letter.ts';
import { gatheredRounds } from './gathered-rounds.ts';
import { letterOf } from './letter-of.ts';
import { type Outbox, readOutbox } from './outbox.ts';

/** What stands in a shown letter where the recipient's own code was: who reads it must not be able to answer for them. */
const hidden = '●●●●●';

/** A mail with its words: those that went out, or those that would go out now. */
export interface ReadLetter {
  readonly outbox: Outbox;
  readonly notice: Notice;
  /** The other rounds that it speaks of. */
  readonly gathered: readonly Round[];
  /** Name of the organisation that it went to; '' where it went to a person of a list. */
  readonly organisation: string;
  readonly letter: Letter;
  /** Whether these are the words that went out. */
  readonly exact: boolean;
}

type Reader = Pick<Desk, 'table' | 'programs' | 'world'>;

/** Reads one mail, its links without their secrets; undefined where there is none such. */
export async function readLetter(
  desk: Reader,
  wish: { readonly round: string; readonly notice: string },
  origin: string,
): Promise<ReadLetter | undefined> {
  const [outbox, notice] = await Promise.all([
    readOutbox(desk, wish.round),
    find(desk.table, rows.notice, keys.notice(wish.round, wish.notice)),
  ]);
  if (!outbox || !notice) return undefined;
  const [organisation, words] = await Promise.all([
    notice.organisation === ''
      ? undefined
      : find(desk.table, rows.organisation, keys.organisation(notice.organisation)),
    wordsOf(desk, notice, origin),
  ]);
  return { outbox, notice, organisation: organisation?.name ?? '', ...words };
}

/** What an announcement says never changes once it goes out; of a round's and a document's mail it is kept with it what it was made of. */
async function wordsOf(
  desk: Reader,
  notice: Notice,
  origin: string,
): Promise<Pick<ReadLetter, 'letter' | 'exact' | 'gathered'>> {
  const sent = notice.sentAt !== undefined;
  if (isRoundNotice(notice)) {
    const exact = sent && notice.composed !== undefined;
    const others = (await gatheredRounds(desk, notice)).map((other) => ({ ...other, token: hidden }));
    const { letter } = await letterOf(desk, { ...notice, token: hidden, exact }, origin, desk.world.now(), { others });
    return { letter, exact, gathered: others.map(({ round }) => round) };
  }
  if (isDocumentNotice(notice)) {
    const veiled = { ...notice, token: hidden };
    const exact = sent && notice.composed !== undefined;
    const letter = exact
      ? await documentLetterAsSent(desk, veiled, origin)
      : (await documentLetter(desk, veiled, origin, desk.world.now())).letter;
    return { letter, exact, gathered: [] };
  }
  const { letter } = await announcementLetter(desk, notice, origin, { preview: true });
  return { letter, exact: sent, gathered: [] };
}
