import { joined } from '#lib/core/files/joined.ts';

/** Text as bytes, a byte a letter. */
export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** A segment of a JPEG. */
export const jpegSegment = (marker: number, body: Uint8Array): Uint8Array =>
  joined([new Uint8Array([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);

/** A JPEG of two scans with stuffed bytes and a restart, with these segments behind its JFIF head. */
export function jpegPicture(segments: readonly Uint8Array[]): Uint8Array {
  const scan = (...coded: number[]) => [jpegSegment(0xda, new Uint8Array([1, 1, 0, 0, 63, 0])), new Uint8Array(coded)];
  return joined([
    new Uint8Array([0xff, 0xd8]),
    ...segments,
    jpegSegment(0xdb, new Uint8Array(65)),
    jpegSegment(0xc2, new Uint8Array([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    ...scan(1, 0xff, 0, 0xff, 0xd0, 2),
    jpegSegment(0xc4, new Uint8Array(20)),
    ...scan(3, 0xff, 0, 4),
    new Uint8Array([0xff, 0xd9]),
  ]);
}

/** A chunk of a PNG; nobody checks its sum here. */
export function pngChunk(name: string, body: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length);
  return joined([length, latin(name), body, new Uint8Array(4)]);
}

/** A PNG with these chunks between its head and its pixels. */
export const pngPicture = (chunks: readonly Uint8Array[]): Uint8Array =>
  joined([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', new Uint8Array(13)),
    ...chunks,
    pngChunk('IDAT', new Uint8Array(5)),
    pngChunk('IEND', new Uint8Array()),
  ]);

/** A chunk of a WebP, padded to an even length. */
export function webpChunk(name: string, body: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length, true);
  return joined([latin(name), length, body, new Uint8Array(body.length % 2)]);
}

/** A WebP of these chunks. */
export function webpPicture(chunks: readonly Uint8Array[]): Uint8Array {
  const body = joined([latin('WEBP'), ...chunks]);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length, true);
  return joined([latin('RIFF'), length, body]);
}

/** A latitude as EXIF notes it, three fractions: 39° 42′ 13.37″. */
export const gpsPlace = Buffer.from('00000027000000010000002a000000010000053900000064', 'hex');

/** A JPEG with that place noted behind its first two bytes, as a telephone notes it. */
export function withGps(jpeg: Uint8Array): Uint8Array {
  const entry = (tag: string, type: string, count: string, value: string) => tag + type + count + value;
  const pointer = `0001${entry('8825', '0004', '00000001', '0000001a')}00000000`;
  const latitude = [entry('0001', '0002', '00000002', '4e000000'), entry('0002', '0005', '00000003', '00000038')];
  const tiff = Buffer.from(`4d4d002a00000008${pointer}0002${latitude.join('')}00000000`, 'hex');
  const noted = jpegSegment(0xe1, joined([latin('Exif\0\0'), tiff, gpsPlace]));
  return joined([jpeg.subarray(0, 2), noted, jpeg.subarray(2)]);
}
