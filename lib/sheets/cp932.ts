const decoder = new TextDecoder('shift_jis', { fatal: true });

let table: ReadonlyMap<string, number> | undefined;

/** Characters of CP932 with their codes, by asking the decoder for every code; where two codes give one character, Microsoft's choice wins. */
function codes(): ReadonlyMap<string, number> {
  if (table !== undefined) return table;
  const found = new Map<string, number>();
  for (let byte = 0; byte < 0x80; byte += 1) found.set(String.fromCharCode(byte), byte);
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) learn(found, [byte], byte);
  for (const [from, to] of [
    [0x81, 0x84],
    [0x87, 0x87],
    [0x88, 0x9f],
    [0xe0, 0xea],
    [0xfa, 0xfc],
    [0xed, 0xee],
  ] as const) {
    for (let lead = from; lead <= to; lead += 1) {
      for (let trail = 0x40; trail <= 0xfc; trail += 1)
        if (trail !== 0x7f) learn(found, [lead, trail], lead * 256 + trail);
    }
  }
  table = found;
  return found;
}

function learn(found: Map<string, number>, bytes: readonly number[], code: number): void {
  try {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (!found.has(character)) found.set(character, code);
  } catch {
    return;
  }
}

/** Text in CP932, and the characters that it does not have, which are written as 〓. */
export function encodeCp932(text: string): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly missing: readonly string[];
} {
  const known = codes();
  const bytes: number[] = [];
  const missing = new Set<string>();
  for (const character of text) {
    const code = known.get(ALIKE[character] ?? character);
    if (code === undefined) missing.add(character);
    const written = code ?? 0x81ac;
    if (written > 0xff) bytes.push(written >> 8);
    bytes.push(written & 0xff);
  }
  return { bytes: Uint8Array.from(bytes), missing: [...missing] };
}

/** Signs that CP932 has once where Unicode has two. */
const ALIKE: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '—': '―',
  '‖': '∥',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
};

/** Text of bytes in UTF-8 (with or without BOM) or else in CP932; undefined when it is neither. */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return undefined;
}
