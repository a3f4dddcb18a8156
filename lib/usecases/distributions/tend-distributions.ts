import type { Actor } from '#lib/core/permission/actor.ts';
import { distributionLists } from '#lib/store/distribution-keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { distributionRows } from './distribution-rows.ts';
import { beginDistribution } from './send-distribution.ts';

/** Begins the sending of the documents whose time has come; gives of how many. */
export async function tendDistributions(desk: Desk, actor: Actor, now: string): Promise<number> {
  const due = await allItems(desk.table, { index: 'gsi2', pk: distributionLists.dueDistributions(), upTo: now });
  let begun = 0;
  for (const { pk, sk } of due) {
    const document = await find(desk.table, distributionRows.distribution, { pk, sk });
    if (document?.state !== 'scheduled' || (document.sendAt ?? '') > now) continue;
    if ((await beginDistribution(desk, actor, document)).ok) begun++;
  }
  return begun;
}
