import { joined } from './joined.ts';
import { orientationOf, orientationSegment } from './jpeg-orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;

/** Application segments without which a picture looks different: JFIF, the colour profile, and Adobe's colour transform. */
function isKept(marker: number, body: Uint8Array): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  const name = String.fromCharCode(...body.subarray(0, 12));
  if (marker === APP0) return name.startsWith('JFIF\0');
  if (marker === APP2) return name.startsWith('ICC_PROFILE\0');
  return marker === APP14 && name.startsWith('Adobe');
}

/** A JPEG (ITU-T T.81, annex B) without EXIF, XMP, IPTC, comments and trailers; how it is to be turned is kept. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const pieces: Uint8Array[] = [bytes.subarray(0, 2)];
  let turned = 1;
  let scanned = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      if (!scanned) return undefined;
      const turn = turned === 1 ? [] : [orientationSegment(turned)];
      return joined([...pieces.slice(0, 1), ...turn, ...pieces.slice(1), bytes.subarray(at, at + 2)]);
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (marker === APP1) turned = orientationOf(body) ?? turned;
    const next = marker === SOS ? endOfScan(bytes, end) : end;
    if (marker === SOS) scanned = true;
    if (isKept(marker, body)) pieces.push(bytes.subarray(at, next));
    at = next;
  }
  return undefined;
}

/** Where the coded data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
