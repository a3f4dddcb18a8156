import { expect, test } from 'vitest';
import type { Files } from '#lib/core/ports.ts';
import { fileKeys } from '#lib/store/file-keys.ts';

/** What every keeper of files promises. */
export function filesContract(open: () => Files): void {
  const key = fileKeys.upload('病院 1', 'a+b%2F..');
  const file = {
    bytes: new Uint8Array([0, 255, 13, 10, 0]),
    type: 'image/png',
    metadata: { name: '外観 50%.png' },
  };

  test('gives back the bytes, the type and what was noted, letter by letter', async () => {
    await open().put(key, file);
    expect(await open().get(key)).toEqual(file);
  });

  test('keeps one file under a key: the last', async () => {
    await open().put(key, file);
    await open().put(key, { bytes: new Uint8Array(), type: 'text/plain' });
    expect(await open().get(key)).toEqual({ bytes: new Uint8Array(), type: 'text/plain', metadata: {} });
  });

  test('knows nothing of a file that never was', async () => {
    expect(await open().get(fileKeys.export('job', 'none'))).toBeUndefined();
  });

  test('forgets a file, and says so again when asked twice', async () => {
    await open().put(key, file);
    await open().delete(key);
    await open().delete(key);
    expect(await open().get(key)).toBeUndefined();
  });

  test('keeps four and a half megabytes', async () => {
    const bytes = new Uint8Array(4_500_000).fill(7);
    await open().put(key, { bytes, type: 'application/pdf' });
    expect((await open().get(key))?.bytes.length).toBe(bytes.length);
  });
}
