import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file so that a reader, or a restart after a kill, sees the old text or the new one and never a torn one. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
