import { isRoundNotice, type Notice } from '#lib/core/notices/notice.ts';
import type { Letter } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import { gatheredRounds } from './gathered-rounds.ts';
import { letterOf } from './letter-of.ts';

/** What stands in a shown letter where the recipient's own code was: who reads it must not be able to answer for them. */
const hidden = '●●●●●';

/** A mail of a round with its words: those that went out, or those that would go out now. */
export interface ReadLetter {
  readonly round: Round;
  readonly notice: Notice;
  /** The other rounds that it speaks of. */
  readonly gathered: readonly Round[];
  readonly hospital: string;
  readonly letter: Letter;
  /** Whether these are the words that went out. */
  readonly exact: boolean;
}

/** Reads one mail of a round, its links without their secrets; undefined where there is none such. */
export async function readLetter(
  desk: Pick<Desk, 'table' | 'programs' | 'world'>,
  wish: { readonly round: string; readonly notice: string },
  origin: string,
): Promise<ReadLetter | undefined> {
  const [round, notice] = await Promise.all([
    find(desk.table, rows.round, keys.round(wish.round)),
    find(desk.table, rows.notice, keys.notice(wish.round, wish.notice)),
  ]);
  if (!round || !notice || !isRoundNotice(notice)) return undefined;
  const exact = notice.sentAt !== undefined && notice.composed !== undefined;
  const others = (await gatheredRounds(desk, notice)).map((other) => ({ ...other, token: hidden }));
  const [hospital, { letter }] = await Promise.all([
    find(desk.table, rows.organisation, keys.organisation(notice.organisation)),
    letterOf(desk, { ...notice, token: hidden, exact }, origin, desk.world.now(), { others }),
  ]);
  const gathered = others.map((other) => other.round);
  return { round, gathered, notice, hospital: hospital?.name ?? '', letter, exact };
}
