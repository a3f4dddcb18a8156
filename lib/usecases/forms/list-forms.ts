import type { FormHead } from '#lib/core/survey/compose/stored-form.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { allItems, find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { Desk } from '../desk.ts';

/** Every form that staff made, the one saved last first. The index may lag by a moment. */
export async function listForms({ table }: Pick<Desk, 'table'>): Promise<FormHead[]> {
  const items = await allItems(table, { index: 'gsi1', pk: lists.forms(), descending: true });
  return items.map((item) => rows.formHead.read(item));
}

/** A form's line in the list as it stands; undefined when there is no such form. */
export const findForm = ({ table }: Pick<Desk, 'table'>, id: string): Promise<FormHead | undefined> =>
  find(table, rows.formHead, keys.form(id));
