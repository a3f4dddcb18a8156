import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Pool } from '#lib/core/matching/rank/pool.ts';
import type { Table } from '#lib/core/ports.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';

/** What a round released: the pool that every list is computed from, and which revision of whose answer it holds. */
export interface ReleasedPool {
  readonly pool: Pool;
  /** Revision number by organisation. */
  readonly revisions: Readonly<Record<string, number>>;
}

/** Characters of base64 in one stored chunk, below the table's 400 KB an item. */
const chunkSize = 350_000;

/** The highest qualities take ten times as long for a few percent. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Keeps a round's pool, compressed. Repeating it with the same answers stores the same. */
export async function keepPool(table: Table, round: string, released: ReleasedPool): Promise<void> {
  const text = brotliCompressSync(JSON.stringify(released), quality).toString('base64');
  const of = Math.ceil(text.length / chunkSize);
  const chunks = Array.from({ length: of }, (_, chunk) =>
    rows.pool.item({ round, chunk, of, body: text.slice(chunk * chunkSize, (chunk + 1) * chunkSize) }),
  );
  await table.putAll(chunks);
}

/** Released pools never change, so a warm function keeps the few it has read from a table. */
const kept = new WeakMap<Table, Map<string, ReleasedPool>>();

/** Reads a round's pool by its keys, the first chunk saying how many more there are; undefined before its release. */
export async function readPool(table: Table, round: string): Promise<ReleasedPool | undefined> {
  const known = kept.get(table)?.get(round);
  if (known) return known;
  const first = await find(table, rows.pool, keys.pool(round, 0));
  if (!first) return undefined;
  const others = Array.from({ length: first.of - 1 }, (_, index) => keys.pool(round, index + 1));
  const more = others.length > 0 ? await table.getAll(others) : [];
  if (more.length !== others.length) return undefined;
  const text = [first, ...more.map((item) => rows.pool.read(item))].map(({ body }) => body).join('');
  const released: ReleasedPool = JSON.parse(brotliDecompressSync(Buffer.from(text, 'base64')).toString('utf8'));
  const recent = [...(kept.get(table) ?? [])].slice(-3);
  kept.set(table, new Map([...recent, [round, released]]));
  return released;
}
