import type { Actor } from '#lib/core/permission/actor.ts';
import type { Resource } from '#lib/core/permission/table.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import type { Desk } from '../desk.ts';
import { type Account, accountRows } from './account-rows.ts';

/** One account, or undefined; only ids that an account may have are looked up. */
export const readAccount = async ({ table }: Pick<Desk, 'table'>, id: string): Promise<Account | undefined> =>
  /^[a-z0-9]{1,32}$/.test(id) ? find(table, accountRows.account, keys.account(id)) : undefined;

/** Every account, or those of one prefecture. */
export async function allAccounts({ table }: Pick<Desk, 'table'>, prefecture?: string): Promise<Account[]> {
  const narrowed = prefecture === undefined ? {} : { prefix: `${prefecture}#` };
  const items = await allItems(table, { index: 'gsi1', pk: lists.accounts(), ...narrowed });
  return items.map((item) => accountRows.account.read(item));
}

/** An account as the permission table sees it: a prefecture's belongs to that prefecture, the ministry's to nobody else. */
export const accountResource = ({ prefecture }: Pick<Account, 'prefecture'>): Resource =>
  prefecture === undefined ? {} : { prefecture };

/** Who an account acts as. */
export const actorOfAccount = ({ id, name, prefecture }: Account): Actor =>
  prefecture === undefined ? { kind: 'ministry', id, name } : { kind: 'prefecture', id, name, prefecture };
