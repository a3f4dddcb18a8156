import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Pool } from '#lib/core/matching/rank/pool.ts';
import type { Table } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';

/** What a round released: the pool that every list is computed from, and which revision of whose answer it holds. */
export interface ReleasedPool {
  readonly pool: Pool;
  /** Revision number by organisation. */
  readonly revisions: Readonly<Record<string, number>>;
  /** Corrections passed on since the release, the earliest first. */
  readonly corrected?: readonly CorrectedAnswer[];
}

/** An answer that was corrected after the release, and when that was passed on. */
export interface CorrectedAnswer {
  readonly organisation: string;
  readonly name: string;
  readonly at: string;
  /** It was not among what was released before. */
  readonly first: boolean;
}

/** Which pool of a round is meant: as released, or by the number of its update. */
export type PoolName = Pick<Round, 'id' | 'updates'>;

/** Characters of base64 in one stored chunk, below the table's 400 KB an item. */
const chunkSize = 350_000;

/** Keeps a round's pool, compressed. Repeating it with the same answers stores the same; an update never touches the pool before it. */
export async function keepPool(table: Table, { id: round, updates }: PoolName, released: ReleasedPool): Promise<void> {
  // The highest qualities take ten times as long for a few percent.
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const text = brotliCompressSync(JSON.stringify(released), quality).toString('base64');
  const of = Math.ceil(text.length / chunkSize);
  const chunks = Array.from({ length: of }, (_, chunk) => {
    const body = text.slice(chunk * chunkSize, (chunk + 1) * chunkSize);
    return rows.pool.item({ round, chunk, of, body, ...(updates === undefined ? {} : { update: updates }) });
  });
  await table.putAll(chunks);
}

/** A pool never changes under its number, so a warm function keeps the few it has read from a table. */
const kept = new WeakMap<Table, Map<string, ReleasedPool>>();

/** Reads a round's pool by its keys, the first chunk saying how many more there are; undefined before its release. */
export async function readPool(table: Table, { id, updates }: PoolName): Promise<ReleasedPool | undefined> {
  const name = `${id}#${updates ?? 0}`;
  const known = kept.get(table)?.get(name);
  if (known) return known;
  const first = await find(table, rows.pool, keys.pool(id, 0, updates));
  if (!first) return undefined;
  const others = Array.from({ length: first.of - 1 }, (_, index) => keys.pool(id, index + 1, updates));
  const more = others.length > 0 ? await table.getAll(others) : [];
  if (more.length !== others.length) return undefined;
  const text = [first, ...more.map((item) => rows.pool.read(item))].map(({ body }) => body).join('');
  const released: ReleasedPool = JSON.parse(brotliDecompressSync(Buffer.from(text, 'base64')).toString('utf8'));
  const recent = [...(kept.get(table) ?? [])].slice(-3);
  kept.set(table, new Map([...recent, [name, released]]));
  return released;
}
