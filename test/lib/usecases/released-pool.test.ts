import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keepPool, readPool } from '#lib/usecases/released-pool.ts';
import { memoryTable } from '#test/support/memory-table.ts';

const pool = (names: readonly string[]) => {
  const side = { organisation: names, name: names, prefecture: [], area: [], class: [], own: [], facts: {}, on: {} };
  return { pool: { rule: 'v', asOf: '2026-12-01', days: [], sources: side, hosts: side }, revisions: { a: 2 } };
};

describe('a released pool', () => {
  test('comes back as it was kept', async () => {
    const table = memoryTable();
    await keepPool(table, { id: 'r' }, pool(['髙﨑病院', '𠮷野病院']));
    expect(await readPool(table, { id: 'r' })).toEqual(pool(['髙﨑病院', '𠮷野病院']));
  });

  test('is not there before release, and that is not remembered', async () => {
    const table = memoryTable();
    expect(await readPool(table, { id: 'r' })).toBeUndefined();
    await keepPool(table, { id: 'r' }, pool(['甲']));
    expect(await readPool(table, { id: 'r' })).toEqual(pool(['甲']));
  });

  test('is cut into items that the table can hold, and read by their keys, once', async () => {
    const table = memoryTable();
    const names = Array.from({ length: 10_000 }, () => randomBytes(30).toString('hex'));
    await keepPool(table, { id: 'r' }, pool(names));
    const items = table.all();
    expect(items.length).toBeGreaterThan(1);
    for (const item of items) expect(JSON.stringify(item).length).toBeLessThan(400_000);
    const read: string[] = [];
    const counted = {
      ...table,
      get: (key: Parameters<typeof table.get>[0]) => {
        read.push(key.sk);
        return table.get(key);
      },
      getAll: (keys: Parameters<typeof table.getAll>[0]) => {
        read.push(...keys.map(({ sk }) => sk));
        return table.getAll(keys);
      },
      query: () => Promise.reject(new Error('no query is needed')),
    };
    expect((await readPool(counted, { id: 'r' }))?.pool.hosts.name).toEqual(names);
    await readPool(counted, { id: 'r' });
    expect(read).toEqual(items.map(({ sk }) => sk));
  });

  test('that lacks a part is not taken for whole', async () => {
    const table = memoryTable();
    await keepPool(table, { id: 'r' }, pool(Array.from({ length: 10_000 }, () => randomBytes(30).toString('hex'))));
    const last = table.all().at(-1);
    if (last) await table.write({ delete: { pk: last.pk, sk: last.sk } });
    expect(await readPool(table, { id: 'r' })).toBeUndefined();
  });
});
