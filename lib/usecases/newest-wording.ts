import type { WordedMail } from '#lib/core/notices/notice.ts';
import type { WordingVersion } from '#lib/core/notices/wording.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from './desk.ts';

/** The newest wording that staff published of a kind; undefined while the built-in one is in force. */
export async function newestWording(
  { table }: Pick<Desk, 'table'>,
  kind: WordedMail,
): Promise<WordingVersion | undefined> {
  const { items } = await table.query({ pk: keys.wording(kind, 0).pk, descending: true, limit: 1, lately: true });
  return items[0] && rows.wording.read(items[0]);
}
