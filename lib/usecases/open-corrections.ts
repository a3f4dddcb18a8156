import { lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import type { Desk } from './desk.ts';

/** Where there is leave to correct: rounds and the hospitals asked in them. */
export async function openCorrections({
  table,
}: Pick<Desk, 'table'>): Promise<readonly { readonly round: string; readonly organisation: string }[]> {
  const open = await allItems(table, { index: 'gsi2', pk: lists.corrections() });
  return open.map(({ gsi2sk }) => {
    const [round = '', organisation = ''] = String(gsi2sk).split('#');
    return { round, organisation };
  });
}
