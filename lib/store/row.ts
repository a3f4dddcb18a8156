import type * as z from 'zod/mini';
import type { Item, Key, Page, Query, Table } from '#lib/core/ports.ts';

/** A kind of stored thing: how it is read back, and how it is laid under its key and in the indexes. */
export interface Row<T> {
  read(item: Item): T;
  item(value: T): Item;
}

/** Index keys of a thing; an undefined key takes it out of that index. */
export interface Listed {
  readonly gsi1pk?: string | undefined;
  readonly gsi1sk?: string | undefined;
  readonly gsi2pk?: string | undefined;
  readonly gsi2sk?: string | undefined;
  /** Epoch seconds after which the table may forget it. */
  readonly ttl?: number | undefined;
}

/** An instant, so many days later, as the table counts time when it forgets: epoch seconds. */
export const epoch = (instant: string, days = 0): number => Math.floor(Date.parse(instant) / 1000) + days * 86_400;

/** Makes a row kind of a schema, a key and the indexes it is listed in. A stored item that does not fit the schema is a bug and throws. */
export function rowOf<S extends z.ZodMiniType>(
  schema: S,
  key: (value: z.infer<S>) => Key,
  listed: (value: z.infer<S>) => Listed = () => ({}),
): Row<z.infer<S>> {
  return {
    read: (item) => schema.parse(item),
    item: (value) => ({ ...Object(value), ...listed(value), ...key(value) }),
  };
}

/** Reads one thing, or undefined; `lately` where a moment's delay does no harm. */
export async function find<T>(table: Table, row: Row<T>, key: Key, as?: 'lately'): Promise<T | undefined> {
  const item = await table.get(key, as);
  return item && row.read(item);
}

/** Every item of a query, page after page. */
export async function allItems(table: Table, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  let page: Page | undefined;
  do {
    page = await table.query(page?.next === undefined ? query : { ...query, after: page.next });
    items.push(...page.items);
  } while (page.next !== undefined);
  return items;
}
