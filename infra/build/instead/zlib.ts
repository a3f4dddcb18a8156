/**
 * Stands in for `node:zlib`, which costs a start 5 to 9 ms of CPU and which few requests need: it is loaded when first used. Who names one
 * of its `constants` does so where it is used, not as the module starts.
 */
type Zlib = typeof import('node:zlib');

const zlib = (): Zlib => process.getBuiltinModule('node:zlib');

export const constants = new Proxy({} as Zlib['constants'], { get: (_, name) => Reflect.get(zlib().constants, name) });
export const crc32 = (...told: Parameters<Zlib['crc32']>) => zlib().crc32(...told);
export const brotliCompressSync = (...told: Parameters<Zlib['brotliCompressSync']>) =>
  zlib().brotliCompressSync(...told);
export const brotliDecompressSync = (...told: Parameters<Zlib['brotliDecompressSync']>) =>
  zlib().brotliDecompressSync(...told);
export const deflateRawSync = (...told: Parameters<Zlib['deflateRawSync']>) => zlib().deflateRawSync(...told);
export const inflateRawSync = (...told: Parameters<Zlib['inflateRawSync']>) => zlib().inflateRawSync(...told);
