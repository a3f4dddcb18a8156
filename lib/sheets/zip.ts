import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Takes a file's content piece by piece; the last piece says that it is. */
export type Push = (piece: Uint8Array, last?: boolean) => void;

/** How hard zlib tries: 0 not at all, 1 quickly, 6 as most archives. */
export type Effort = 0 | 1 | 6;

/** Signatures of the parts of an archive (APPNOTE 6.3.10, section 4.3). */
const signs = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end: 0x06054b50 } as const;

/** Version 2.0; sizes follow their content, names are UTF-8; deflated; the 1st of January 2020, so that the same files give the same bytes. */
const described = short(20, 0x0808, 8, 0, 0x5021);

/**
 * A ZIP archive, written into a sink while its files are, one file after another. Each piece is deflated by itself by the platform's zlib
 * and ends on a byte, so that one follows another; it knows nothing of those before it, so pieces should be of some 100 KB or more.
 * Throws RangeError where it would need more than 4 GB.
 */
export function zipInto(sink: (piece: Uint8Array) => void, effort: Effort = 1) {
  let written = 0;
  const directory: Uint8Array[] = [];
  const put = (piece: Uint8Array): void => {
    written += piece.length;
    if (written > 0xffffffff) throw new RangeError('an archive of more than 4 GB');
    sink(piece);
  };
  return {
    file(path: string): Push {
      const name = Buffer.from(path);
      const from = written;
      let [crc, packed, size] = [0, 0, 0];
      put(Buffer.concat([long(signs.local), described, long(0, 0, 0), short(name.length, 0), name]));
      return (piece, last = false) => {
        const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
        const deflated = deflateRawSync(piece, { level: effort, memLevel: 9, finishFlush });
        crc = crc32(piece, crc);
        size += piece.length;
        packed += deflated.length;
        put(deflated);
        if (!last) return;
        const sizes = long(crc, packed, size);
        put(Buffer.concat([long(signs.descriptor), sizes]));
        const place = [short(name.length, 0, 0, 0, 0), long(0, from), name];
        directory.push(Buffer.concat([long(signs.central), short(20), described, sizes, ...place]));
      };
    },
    end(): void {
      const from = written;
      for (const entry of directory) put(entry);
      const count = directory.length;
      put(Buffer.concat([long(signs.end), short(0, 0, count, count), long(written - from, from), short(0)]));
    },
  };
}

/** An archive of whole files. */
export function zipped(files: Iterable<readonly [path: string, content: Uint8Array]>, effort: Effort): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = zipInto((piece) => pieces.push(piece), effort);
  for (const [path, content] of files) zip.file(path)(content, true);
  zip.end();
  return Buffer.concat(pieces);
}

/** Numbers of two bytes each, the least first. */
function short(...numbers: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(2 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeUInt16LE(number, 2 * at);
  return bytes;
}

/** Numbers of four bytes each, the least first. */
function long(...numbers: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * at);
  return bytes;
}
