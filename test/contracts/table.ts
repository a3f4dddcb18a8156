import { expect, test } from 'vitest';
import type { Table } from '#lib/core/ports.ts';

/** What every table promises, whichever engine stands behind it; run once for the twin in memory and once for the real engine. */
export function tableContract(open: () => Table): void {
  const key = (name: string) => ({ pk: `T#${name}`, sk: 'T' });

  test('what was put is read back as it was: text, numbers, lists, nested values, letters of names', async () => {
    const table = open();
    const item = {
      ...key('whole'),
      name: '神福塚隆𠮷﨑',
      seats: 12,
      list: ['a', 'b'],
      nested: { rows: [{ from: '2027-04-01', n: 3 }] },
    };
    await table.write({ put: item });
    expect(await table.get(key('whole'))).toMatchObject(item);
    expect(await table.get(key('never-written'))).toBeUndefined();
  });

  test('a put that expects absence fails the second time, and gives what is there', async () => {
    const table = open();
    const first = await table.write({ put: { ...key('once'), v: 1 }, expect: { absent: true } });
    const second = await table.write({ put: { ...key('once'), v: 2 }, expect: { absent: true } });
    expect(first.ok).toBe(true);
    expect(second.ok).toBe(false);
    if (!second.ok) expect(second.error.at[0]).toMatchObject({ failed: true, item: { v: 1 } });
  });

  test('whatever carries a key is a key: items that an index gave are read, changed and deleted by it', async () => {
    const table = open();
    await table.write({ put: { ...key('listed'), gsi1pk: 'L#listed', gsi1sk: '1', v: 1 } });
    const { items } = await table.query({ index: 'gsi1', pk: 'L#listed' });
    expect(items).toHaveLength(1);
    expect(await table.getAll(items)).toMatchObject([{ v: 1 }]);
    for (const listed of items) {
      expect(await table.get(listed)).toMatchObject({ v: 1 });
      await table.write({ update: listed, set: { v: 2 } });
      expect(await table.commit([{ check: listed, expect: { equals: { v: 2 } } }])).toMatchObject({ ok: true });
      await table.write({ delete: listed });
      expect(await table.get(listed)).toBeUndefined();
    }
  });

  test('an update sets and removes attributes only while its expectations hold', async () => {
    const table = open();
    await table.write({ put: { ...key('update'), state: 'pending', dueAt: '2026-01-01', attempt: 0, kept: 1 } });
    const claim = {
      update: key('update'),
      set: { state: 'sending', attempt: 1, kept: undefined },
      remove: ['dueAt'],
      expect: { equals: { state: 'pending', attempt: 0 } },
    };
    expect((await table.write(claim)).ok).toBe(true);
    expect((await table.write(claim)).ok).toBe(false);
    const kept = await table.get(key('update'));
    expect(kept).toMatchObject({ state: 'sending', attempt: 1, kept: 1 });
    expect(kept).not.toHaveProperty('dueAt');
    const among = {
      update: key('update'),
      set: { state: 'sent' },
      expect: { oneOf: { state: ['pending', 'sending'] } },
    };
    expect((await table.write(among)).ok).toBe(true);
    expect((await table.write(among)).ok).toBe(false);
  });

  test('an expectation of an earlier time holds where the attribute is absent or smaller', async () => {
    const table = open();
    await table.write({ put: { ...key('time'), at: '2026-05-05' } });
    const touch = (before: string) =>
      table.write({ update: key('time'), set: { touched: 1 }, expect: { before: { at: before } } });
    expect((await touch('2026-05-05')).ok).toBe(false);
    expect((await touch('2026-05-06')).ok).toBe(true);
  });

  test('a commit is all or nothing, and says which expectation failed', async () => {
    const table = open();
    await table.write({ put: { ...key('guard'), state: 'submitted' } });
    const written = await table.commit([
      { put: { ...key('all-or-nothing'), v: 1 }, expect: { absent: true } },
      { check: key('guard'), expect: { equals: { state: 'draft' } } },
    ]);
    expect(written.ok).toBe(false);
    if (!written.ok) expect(written.error.at.map(({ failed }) => failed)).toEqual([false, true]);
    expect(await table.get(key('all-or-nothing'))).toBeUndefined();
  });

  test('a query gives a partition in order, by prefix, upwards or downwards, page after page', async () => {
    const table = open();
    const sorts = ['A#1', 'A#2', 'A#3', 'B#1'];
    await table.putAll(sorts.map((sk) => ({ pk: 'Q', sk })));
    const skOf = (page: { items: readonly { sk: string }[] }) => page.items.map(({ sk }) => sk);
    expect(skOf(await table.query({ pk: 'Q' }))).toEqual(sorts);
    expect(skOf(await table.query({ pk: 'Q', prefix: 'A#' }))).toEqual(['A#1', 'A#2', 'A#3']);
    expect(skOf(await table.query({ pk: 'Q', upTo: 'A#2' }))).toEqual(['A#1', 'A#2']);
    expect(skOf(await table.query({ pk: 'Q', descending: true, limit: 1 }))).toEqual(['B#1']);
    const first = await table.query({ pk: 'Q', limit: 3 });
    expect(first.next).toBeDefined();
    expect(skOf(await table.query({ pk: 'Q', limit: 3, after: first.next ?? '' }))).toEqual(['B#1']);
  });

  test('a query brings only the attributes that are named, and the keys', async () => {
    const table = open();
    await table.putAll([{ pk: 'ONLY', sk: 'A', state: 'open', size: 3, text: 'long' }]);
    const { items } = await table.query({ pk: 'ONLY', prefix: 'A', only: ['state', 'size', 'absent'] });
    expect(items).toEqual([{ pk: 'ONLY', sk: 'A', state: 'open', size: 3 }]);
  });

  test('what was written is there when it is read, a moment old at most where that is asked for', async () => {
    const table = open();
    await table.write({ put: { ...key('lately'), done: 1 } });
    await expect.poll(() => table.get(key('lately'), 'lately')).toMatchObject({ done: 1 });
  });

  test('an index lists what carries its keys, and forgets what loses them', async () => {
    const table = open();
    await table.write({ put: { ...key('due'), gsi2pk: 'DUE#CONTRACT', gsi2sk: '2026-01-01' } });
    expect((await table.query({ index: 'gsi2', pk: 'DUE#CONTRACT', upTo: '2026-01-02' })).items).toHaveLength(1);
    await table.write({ update: key('due'), remove: ['gsi2pk', 'gsi2sk'], set: { done: 1 } });
    expect((await table.query({ index: 'gsi2', pk: 'DUE#CONTRACT' })).items).toHaveLength(0);
  });

  test('many items are put and read in the order asked, absent ones left out', async () => {
    const table = open();
    const many = Array.from({ length: 230 }, (_, n) => ({ pk: `M#${n}`, sk: 'M', n }));
    await table.putAll(many);
    const read = await table.getAll([
      { pk: 'M#none', sk: 'M' },
      ...many.toReversed().map(({ pk, sk }) => ({ pk, sk })),
    ]);
    expect(read.map(({ n }) => n)).toEqual(many.map(({ n }) => n).toReversed());
  });
}
