import { setTimeout as pause } from 'node:timers/promises';
import type { Item, Key, Table, Write } from '#lib/core/ports.ts';

/** How long an index of a real account may lag, milliseconds, generously. */
const lag = 3000;

/** A table whose keys of one run lie under a name of their own, so that a table that stays can be used again. */
export function apart(table: Table, run: string): Table {
  const inside = <T extends Key>(key: T): T => ({ ...key, pk: `${run}${key.pk}` });
  const outside = (item: Item): Item => ({ ...item, pk: item.pk.slice(run.length) });
  const moved = (one: Write): Write => {
    if ('put' in one) return { ...one, put: inside(one.put) };
    if ('update' in one) return { ...one, update: inside(one.update) };
    return 'delete' in one ? { ...one, delete: inside(one.delete) } : { ...one, check: inside(one.check) };
  };
  return {
    async get(key) {
      const item = await table.get(inside(key));
      return item && outside(item);
    },
    getAll: async (keys) => (await table.getAll(keys.map(inside))).map(outside),
    async query(query) {
      if (query.index) await pause(lag);
      const page = await table.query(query.index ? query : { ...query, pk: `${run}${query.pk}` });
      return { ...page, items: page.items.map(outside) };
    },
    write: (one) => table.write(moved(one)),
    commit: (writes) => table.commit(writes.map(moved)),
    putAll: (items) => table.putAll(items.map(inside)),
  };
}
