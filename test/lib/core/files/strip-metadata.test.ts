import { describe, expect, test } from 'vitest';
import { joined } from '#lib/core/files/joined.ts';
import { orientationOf } from '#lib/core/files/jpeg-orientation.ts';
import { stripMetadata } from '#lib/core/files/strip-metadata.ts';
import { jpegPicture, jpegSegment, latin, pngChunk, pngPicture, webpChunk, webpPicture } from './pictures.ts';

const holds = (bytes: Uint8Array | undefined, words: string) => Buffer.from(bytes ?? []).includes(words);
const part = (bytes: Uint8Array | undefined, ...path: Uint8Array[]) =>
  path.every((one) => Buffer.from(bytes ?? []).includes(Buffer.from(one)));

describe('a JPEG', () => {
  const exif = (turned: number) => jpegSegment(0xe1, joined([latin('Exif\0\0'), gps(turned)]));
  const icc = jpegSegment(0xe2, latin('ICC_PROFILE\0\x01\x01colours'));
  const adobe = jpegSegment(0xee, latin('Adobe\0d\0\0\0\0\x01'));
  const picture = jpegPicture([
    exif(6),
    jpegSegment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>taro</x:xmpmeta>')),
    jpegSegment(0xed, latin('Photoshop 3.0\x008BIM byline')),
    jpegSegment(0xfe, latin('comment of the camera')),
    icc,
    adobe,
  ]);

  test('loses place, maker, XMP, IPTC and comments, and keeps its pixels and colours', () => {
    const stripped = stripMetadata('jpeg', picture);
    for (const words of ['GPSPLACE', 'xmpmeta', '8BIM', 'comment of']) {
      expect([words, holds(picture, words), holds(stripped, words)]).toEqual([words, true, false]);
    }
    expect(part(stripped, icc, adobe, jpegPicture([]).subarray(20))).toBe(true);
  });

  test('is still turned as it was', () => {
    const stripped = Buffer.from(stripMetadata('jpeg', picture) ?? []);
    const at = stripped.indexOf('Exif\0\0');
    expect(orientationOf(stripped.subarray(at))).toBe(6);
    expect(stripMetadata('jpeg', jpegPicture([exif(1)]))).toEqual(jpegPicture([]));
  });

  test('ends where it ends: what a telephone hangs on behind it is left out', () => {
    const trailed = joined([jpegPicture([]), latin('MotionPhoto_Data')]);
    expect(stripMetadata('jpeg', trailed)).toEqual(jpegPicture([]));
  });

  test('that breaks off is not taken', () => {
    const whole = jpegPicture([]);
    for (let length = 0; length < whole.length; length += 1) {
      expect(stripMetadata('jpeg', whole.subarray(0, length))).toBeUndefined();
    }
  });

  test('with an EXIF that points out of itself is taken without it', () => {
    const wild = jpegSegment(0xe1, latin('Exif\0\0MM\0*\xff\xff\xff\xff'));
    expect(stripMetadata('jpeg', jpegPicture([wild]))).toEqual(jpegPicture([]));
  });
});

describe('a PNG', () => {
  test('loses texts, EXIF, time and what follows its end', () => {
    const noted = pngPicture([
      pngChunk('tEXt', latin('Author\0taro')),
      pngChunk('eXIf', latin('MM\0*')),
      pngChunk('tIME', new Uint8Array(7)),
    ]);
    expect(stripMetadata('png', joined([noted, latin('trailer')]))).toEqual(pngPicture([]));
  });

  test('keeps its colours', () => {
    const coloured = pngPicture([pngChunk('gAMA', new Uint8Array(4)), pngChunk('iCCP', latin('p\0\0x'))]);
    expect(stripMetadata('png', coloured)).toEqual(coloured);
  });

  test('that breaks off is not taken', () => {
    expect(stripMetadata('png', pngPicture([]).subarray(0, -1))).toBeUndefined();
  });
});

describe('a WebP', () => {
  test('loses EXIF and XMP with the flags that announce them', () => {
    const flags = (byte: number) => webpChunk('VP8X', new Uint8Array([byte, 0, 0, 0, 9, 0, 0, 9, 0, 0]));
    const pixels = webpChunk('VP8L', new Uint8Array([0x2f, 1, 2]));
    const noted = webpPicture([
      flags(0x3c),
      pixels,
      webpChunk('EXIF', latin('GPSPLACE')),
      webpChunk('XMP ', latin('taro!')),
    ]);
    expect(stripMetadata('webp', noted)).toEqual(webpPicture([flags(0x30), pixels]));
  });

  test('that breaks off or holds no pixels is not taken', () => {
    const whole = webpPicture([webpChunk('VP8 ', new Uint8Array(8))]);
    expect(stripMetadata('webp', whole.subarray(0, -1))).toBeUndefined();
    expect(stripMetadata('webp', webpPicture([webpChunk('EXIF', latin('only this'))]))).toBeUndefined();
  });
});

/** A TIFF block with a turn, and with a place written out behind it. */
function gps(turned: number): Uint8Array {
  const entry = (tag: number, type: number, count: number, ...value: number[]) => [
    tag >> 8,
    tag & 255,
    0,
    type,
    0,
    0,
    0,
    count,
    ...value,
  ];
  const entries = [
    entry(0x010f, 2, 4, 65, 66, 67, 0),
    entry(0x0112, 3, 1, 0, turned, 0, 0),
    entry(0x8825, 4, 1, 0, 0, 0, 50),
  ];
  const head = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, entries.length];
  return joined([new Uint8Array([...head, ...entries.flat(), 0, 0, 0, 0]), latin('GPSPLACE 35.6762N 139.6503E')]);
}
