import { type Approach, partnerIn } from '#lib/core/approaches/approach.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';
import type { OpenList } from './open-list.ts';

/** The conversations of a hospital with partners of its list, by partner: one query. */
export async function askedPartners({ table }: Desk, opened: OpenList): Promise<ReadonlyMap<string, Approach>> {
  const { round, organisation, side } = opened;
  const items =
    side === 'source'
      ? await allItems(table, { pk: keys.approach(round.id, organisation, '').pk })
      : await allItems(table, { index: 'gsi1', pk: lists.approachesTo(organisation) });
  const own = items.map((item) => rows.approach.read(item)).filter((one) => one.round === round.id);
  return new Map(own.map((one) => [partnerIn(one, organisation).id, one]));
}
