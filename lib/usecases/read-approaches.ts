import { type Approach, isOpenedBy } from '#lib/core/approaches/approach.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';

/** The conversations of one hospital in one round, newest first; those of other hospitals are never read. */
export interface OwnApproaches {
  /** Opened by the hospital itself. */
  readonly sent: readonly Approach[];
  /** Opened by a partner. */
  readonly received: readonly Approach[];
}

/** Reads the conversations in which a hospital has a part, on either side. */
export async function readApproaches(
  { table }: Pick<Desk, 'table'>,
  round: string,
  organisation: string,
): Promise<OwnApproaches> {
  const [asSource, asDestination] = await Promise.all([
    allItems(table, { pk: keys.approach(round, organisation, '').pk }),
    allItems(table, { index: 'gsi1', pk: lists.approachesTo(organisation) }),
  ]);
  const all = [...asSource, ...asDestination]
    .map((item) => rows.approach.read(item))
    .filter((one) => one.round === round)
    .sort((a, b) => (a.startedAt > b.startedAt ? -1 : 1));
  return {
    sent: all.filter((one) => isOpenedBy(one, organisation)),
    received: all.filter((one) => !isOpenedBy(one, organisation)),
  };
}
