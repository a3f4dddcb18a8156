import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

/** Long text as it lies in a row. */
export const packText = (text: string): string => brotliCompressSync(text).toString('base64');

/** Text that was packed by `packText`. */
export const unpackText = (packed: string): string =>
  brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8');
