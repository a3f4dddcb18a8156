import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** SHA-256 (hex) over the names and contents of all files that match, in a fixed order. */
export function sourceHash(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  for (const file of files.sort()) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest('hex');
}
