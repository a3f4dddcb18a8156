import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Item } from '#lib/core/ports.ts';
import type { Row } from './row.ts';

/** A row kind whose `values` are stored compressed, for what is written once, whole, and never changed. Rows that lie there as they are can still be read. */
export const packed = <T>(row: Row<T>): Row<T> => ({
  read({ packed: bytes, ...item }: Item) {
    const known =
      bytes instanceof Uint8Array ? { values: JSON.parse(brotliDecompressSync(bytes).toString('utf8')) } : {};
    return row.read({ ...item, ...known });
  },
  item(value) {
    const { values, ...item } = row.item(value);
    // Every kilobyte of a transaction costs two write units; the highest qualities take ten times as long for a few percent.
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    return { ...item, packed: new Uint8Array(brotliCompressSync(JSON.stringify(values), quality)) };
  },
});
