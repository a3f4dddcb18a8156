import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** A test's data are a few megabytes; several run side by side. */
const needed = 1024 ** 3;

/** A new folder for a test's data: in memory where the machine has room there, since no test loses power and the disk would be waited for. */
export const scratchFolder = (name: string): string => mkdtempSync(join(isRoomy(memory) ? memory : tmpdir(), name));

function isRoomy(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > needed;
  } catch {
    return false;
  }
}
