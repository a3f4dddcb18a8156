const TAG = 0x0112;
const head = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** How a picture is to be turned (1 to 8, EXIF 2.32, 4.6.5) as an EXIF segment's body says; undefined where it says nothing of it. */
export function orientationOf(body: Uint8Array): number | undefined {
  if (!head.every((byte, at) => body[at] === byte)) return undefined;
  const tiff = new DataView(body.buffer, body.byteOffset + head.length, body.byteLength - head.length);
  try {
    const little = tiff.getUint16(0) === 0x4949;
    const first = tiff.getUint32(4, little);
    const entries = tiff.getUint16(first, little);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = first + 2 + entry * 12;
      if (tiff.getUint16(at, little) !== TAG) continue;
      const value = tiff.getUint16(at + 8, little);
      return value >= 1 && value <= 8 ? value : undefined;
    }
  } catch (failure) {
    if (!(failure instanceof RangeError)) throw failure;
  }
  return undefined;
}

/** A whole EXIF segment that says how to turn the picture and nothing else. */
export function orientationSegment(turned: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  return new Uint8Array([0xff, 0xe1, 0, 2 + head.length + tiff.length, ...head, ...tiff]);
}
