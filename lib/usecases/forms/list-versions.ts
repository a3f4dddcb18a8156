import type { FormVersion } from '#lib/core/survey/compose/stored-form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';

/** Every published version of a form, newest first. */
export async function listVersions(
  { table }: Pick<Desk, 'table'>,
  id: string,
  published: number,
): Promise<FormVersion[]> {
  const items = await table.getAll(Array.from({ length: published }, (_, at) => keys.formVersion(id, published - at)));
  return items.map((item) => rows.formVersion.read(item));
}

/** When and by whom a version was published, and what it asks; undefined when there is none. */
export const findVersion = (
  { table }: Pick<Desk, 'table'>,
  id: string,
  version: number,
): Promise<FormVersion | undefined> => find(table, rows.formVersion, keys.formVersion(id, version));
