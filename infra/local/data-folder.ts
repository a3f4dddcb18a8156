import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where one platform keeps everything, held by one platform at a time. */
export interface DataFolder {
  readonly path: string;
  /** A path inside the folder; its parent exists. */
  file(...names: string[]): string;
  /** Gives the folder up, so that another platform may take it. */
  release(): void;
}

/** Somebody else holds the folder. */
export class DataFolderTaken extends Error {
  constructor(path: string, pid: number) {
    super(`the data folder ${path} is in use by process ${pid}: end it first, or set RENKEI_DATA to another folder`);
    this.name = 'DataFolderTaken';
  }
}

/** Locks of this process, removed at the latest when it exits. */
const held = new Set<string>();
process.once('exit', () => {
  for (const lock of held) rmSync(lock, { force: true });
});

/** Takes a data folder (made when absent, emptied when `fresh`). The lock of a process that is gone is taken over. */
export function takeDataFolder(path: string, fresh = false): DataFolder {
  const root = resolve(path);
  mkdirSync(root, { recursive: true });
  const lock = join(root, 'lock');
  takeLock(root, lock);
  if (fresh) {
    for (const name of ['dynamodb', 'queues', 'files', 'mail', 'state'])
      rmSync(join(root, name), { recursive: true, force: true });
  }
  return {
    path: root,
    file(...names) {
      mkdirSync(join(root, ...names.slice(0, -1)), { recursive: true });
      return join(root, ...names);
    },
    release() {
      held.delete(lock);
      rmSync(lock, { force: true });
    },
  };
}

function takeLock(root: string, lock: string): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      held.add(lock);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(readFileSync(lock, 'utf8'));
    if (Number.isInteger(holder) && holder > 0 && isAlive(holder)) throw new DataFolderTaken(root, holder);
    rmSync(lock, { force: true });
  }
  throw new Error(`the data folder ${root} cannot be locked`);
}

/** A process id may be reused after a restart of the machine; a living process counts as a holder only if it is a Node process. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return true;
  }
}
