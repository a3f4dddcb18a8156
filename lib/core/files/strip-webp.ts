import { joined } from './joined.ts';

/** Chunks that make the picture (RFC 9649, 2.7); all others are left out. */
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Flags of VP8X that announce EXIF and XMP. */
const announced = 0x08 | 0x04;

/** A WebP without EXIF, XMP and unknown chunks, and without what follows its end. */
export function stripWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) return undefined;
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return undefined;
  const pieces: Uint8Array[] = [];
  let pixels = false;
  let at = 12;
  while (at + 8 <= whole) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > whole) return undefined;
    const chunk = bytes.slice(at, Math.min(end, bytes.length));
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~announced;
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') pixels = true;
    if (kept.has(name)) pieces.push(chunk);
    at = end;
  }
  if (!pixels) return undefined;
  const body = joined(pieces);
  const head = new Uint8Array(12);
  head.set(bytes.subarray(0, 12));
  new DataView(head.buffer).setUint32(4, 4 + body.length, true);
  return joined([head, body]);
}
