import { gatheredIn, type Notice } from '#lib/core/notices/notice.ts';
import type { Other } from '#lib/mail/letter/context.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';

/** The other rounds that a mail speaks of, as they stand now; one that is gone is left out. */
export async function gatheredRounds(
  { table }: Pick<Desk, 'table'>,
  { also = [], alsoTokens = {} }: Pick<Notice, 'also' | 'alsoTokens'>,
): Promise<readonly Other[]> {
  const found = await Promise.all(
    also.map(async (one) => {
      const [round, answer] = await Promise.all([
        find(table, rows.round, keys.round(one.round)),
        find(table, rows.answer, keys.answer(one.round, one.organisation)),
      ]);
      return round && answer ? [{ also: one, token: alsoTokens[gatheredIn(one)], round, answer }] : [];
    }),
  );
  return found.flat();
}
