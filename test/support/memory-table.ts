import type { Conflict, Expect, Item, Key, Page, Query, Table, Write } from '#lib/core/ports.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';

/** The one table in memory: the same promises as DynamoDB's, for use cases that need no engine. */
export function memoryTable(): Table & { readonly all: () => Item[] } {
  const items = new Map<string, Item>();
  const place = (key: Key) => `${key.pk}\n${key.sk}`;
  const copy = (item: Item): Item => structuredClone(item);

  function apply(one: Write): void {
    if ('put' in one) items.set(place(one.put), defined(one.put));
    if ('delete' in one) items.delete(place(one.delete));
    if ('update' in one) {
      const before = items.get(place(one.update)) ?? keyOf(one);
      const set = Object.entries(one.set ?? {}).filter(([, value]) => value !== undefined);
      const after: Record<string, unknown> = { ...before, ...Object.fromEntries(set) };
      for (const attribute of one.remove ?? []) delete after[attribute];
      items.set(place(one.update), defined({ ...after, ...keyOf(one) }));
    }
  }

  async function commit(writes: readonly Write[]): Promise<Result<void, Conflict>> {
    const places = new Set(writes.map((one) => place(keyOf(one))));
    if (places.size !== writes.length) throw new TypeError('a transaction cannot write one item twice');
    if (writes.length > 100) throw new TypeError('a transaction holds at most 100 writes');
    const at = writes.map((one) => {
      const item = items.get(place(keyOf(one)));
      return { failed: !holds(item, one.expect), item: item && copy(item) };
    });
    if (at.some(({ failed }) => failed)) return refuse({ kind: 'conflict', at });
    writes.forEach(apply);
    return ok(undefined);
  }

  return {
    commit,
    write: async (one) => commit([one]),
    get: async (key) => {
      const item = items.get(place(key));
      return item && copy(item);
    },
    getAll: async (keys) => keys.flatMap((key) => items.get(place(key)) ?? []).map(copy),
    putAll: async (all) => {
      for (const item of all) apply({ put: item });
    },
    query: async (query) => page([...items.values()], query),
    all: () => [...items.values()].map(copy),
  };
}

/** The key alone that a write is about, of whatever carries one. */
function keyOf(one: Write): Key {
  const { pk, sk } = 'put' in one ? one.put : 'update' in one ? one.update : 'delete' in one ? one.delete : one.check;
  return { pk, sk };
}

const defined = (item: Item): Item => {
  const entries = Object.entries(structuredClone(item)).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(entries), pk: item.pk, sk: item.sk };
};

function holds(item: Item | undefined, expect: Expect | undefined): boolean {
  if (expect === undefined) return true;
  if (expect.absent && item) return false;
  if (expect.present && !item) return false;
  const equal = Object.entries(expect.equals ?? {}).every(([name, value]) => item?.[name] === value);
  const among = Object.entries(expect.oneOf ?? {}).every(([name, options]) => options.includes(String(item?.[name])));
  const before = Object.entries(expect.before ?? {}).every(
    ([name, bound]) => item?.[name] === undefined || String(item[name]) < bound,
  );
  return equal && among && before;
}

function page(all: Item[], query: Query): Page {
  const pk = query.index ? `${query.index}pk` : 'pk';
  const sk = query.index ? `${query.index}sk` : 'sk';
  const sorted = all
    .filter((item) => item[pk] === query.pk)
    .filter((item) => query.prefix === undefined || String(item[sk]).startsWith(query.prefix))
    .filter((item) => query.upTo === undefined || String(item[sk]) <= query.upTo)
    .sort((a, b) => (order(a, sk) < order(b, sk) ? -1 : 1));
  if (query.descending) sorted.reverse();
  const start = query.after === undefined ? 0 : Number(query.after);
  const items = sorted.slice(start, start + (query.limit ?? sorted.length)).map((item) => brought(item, query.only));
  const end = start + items.length;
  return end < sorted.length ? { items, next: String(end) } : { items };
}

const brought = (item: Item, only: Query['only']): Item => {
  const named = (only ?? Object.keys(item)).filter((name) => name in item);
  return { ...structuredClone(Object.fromEntries(named.map((name) => [name, item[name]]))), pk: item.pk, sk: item.sk };
};

const order = (item: Item, sk: string): string => `${String(item[sk])}\n${item.pk}`;
