import { inflateRawSync } from 'node:zlib';
import { ok, type Result, refuse } from '#lib/core/result.ts';

/** Caps on an uploaded file, in bytes and entries. */
export interface Limits {
  readonly upload: number;
  readonly inflated: number;
  readonly entries: number;
}

/** Why a file was not read, with words for who uploaded it. */
export interface FileRefusal {
  readonly kind: 'too-large' | 'not-a-workbook' | 'protected' | 'damaged' | 'suspicious' | 'macros';
  readonly message: string;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Takes the wanted parts out of a ZIP whose directory was checked first; what inflates to more than it declared is refused on the way. */
export function unpack(
  bytes: Uint8Array,
  limits: Limits,
  wanted: (name: string) => boolean,
): Result<ReadonlyMap<string, Uint8Array>, FileRefusal> {
  if (bytes.length > limits.upload)
    return refusal('too-large', `ファイルは${Math.floor(limits.upload / 1_000_000)}MBまでにしてください。`);
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refusal(
      'protected',
      'パスワードの付いたファイルや古い形式（.xls）は読めません。パスワードを外し、.xlsx で保存してください。',
    );
  if (!starts(bytes, [0x50, 0x4b, 0x03, 0x04]))
    return refusal('not-a-workbook', 'Excelファイル（.xlsx）を選んでください。');
  const entries = directory(bytes, limits.entries);
  if (entries === undefined)
    return refusal('damaged', 'ファイルが壊れているようです。もう一度保存してから選んでください。');
  const names = new Set(entries.map(({ name }) => name));
  if (entries.length > limits.entries || names.size < entries.length)
    return refusal(
      'suspicious',
      'ファイルの中身が通常のExcelファイルと異なります。新しいブックに値を貼り付けて保存してください。',
    );
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.inflated)
    return refusal('too-large', 'ファイルの中身が大きすぎます。画像や不要なシートを取り除いてください。');

  const parts = new Map<string, Uint8Array>();
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    const content = inflate(bytes, entry);
    if (content === undefined)
      return refusal('damaged', 'ファイルが壊れているようです。もう一度保存してから選んでください。');
    parts.set(entry.name, content);
  }
  return ok(parts);
}

const refusal = (kind: FileRefusal['kind'], message: string): Result<never, FileRefusal> => refuse({ kind, message });

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

function directory(bytes: Uint8Array, most: number): readonly Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < Math.min(count, most + 1); index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const from = at + 46;
    at = from + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(from, from + (nameLength ?? 0))),
      method: view.getUint16(from - 36, true),
      packed: view.getUint32(from - 26, true),
      size: view.getUint32(from - 22, true),
      offset: view.getUint32(from - 4, true),
    });
  }
  return entries;
}

function inflate(bytes: Uint8Array, { method, packed, size, offset }: Entry): Uint8Array | undefined {
  if (offset + 30 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(from, from + packed);
  if (content.length !== packed) return undefined;
  if (method === 0) return packed === size ? content : undefined;
  if (method !== 8) return undefined;
  try {
    const whole = inflateRawSync(content, { maxOutputLength: Math.max(size, 1) });
    return whole.length === size ? whole : undefined;
  } catch {
    return undefined;
  }
}
