import { joined } from './joined.ts';

/** Chunks that make the picture (PNG specification, third edition, 5.6, with its animation); all others are left out. */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

/** A PNG without texts, EXIF, times and unknown chunks, and without what follows its end. */
export function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || (at === 8) !== (name === 'IHDR')) return undefined;
    if (kept.has(name)) pieces.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(pieces);
    at = end;
  }
  return undefined;
}
