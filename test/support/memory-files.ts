import type { Files, StoredFile } from '#lib/core/ports.ts';

/** Files in memory, for use cases that need no bucket. */
export function memoryFiles(): Files & { readonly keys: () => string[] } {
  const files = new Map<string, StoredFile>();
  return {
    put: async (key, file) => {
      files.set(key, { metadata: {}, ...structuredClone(file) });
    },
    get: async (key) => structuredClone(files.get(key)),
    delete: async (key) => {
      files.delete(key);
    },
    keys: () => [...files.keys()],
  };
}
