import { existsSync, readFileSync } from 'node:fs';
import { isObject, parseJson } from './template/json.ts';
import { writeWhole } from './write-whole.ts';

/** The platform's clock: real time plus a distance that only grows, shared with every worker and kept in the data folder. */
export interface PlatformClock {
  /** Now, in milliseconds since 1970. */
  now(): number;
  /** Now as an ISO UTC instant. */
  instant(): string;
  /** Distance from real time in milliseconds, in memory that workers read without being told. */
  readonly shared: BigInt64Array;
  /** Moves to an instant not before now; throws RangeError otherwise. Whoever must follow is told through `onMove`. */
  moveTo(instant: number): void;
  /** Moves to an instant, and stays where it is when that has passed meanwhile. */
  reach(instant: number): void;
  /** Called after each move with the distance moved in milliseconds. */
  onMove(listener: (moved: number) => void): void;
}

/** Opens the clock kept in a file, or a fresh one at `start` (default: real time). */
export function openClock(file: string, start?: number): PlatformClock {
  const shared = new BigInt64Array(new SharedArrayBuffer(8));
  const listeners: ((moved: number) => void)[] = [];
  Atomics.store(shared, 0, BigInt(readOffset(file) ?? (start === undefined ? 0 : start - Date.now())));
  const now = () => Date.now() + Number(Atomics.load(shared, 0));
  const keep = () => writeWhole(file, JSON.stringify({ aheadMs: Number(Atomics.load(shared, 0)) }));
  keep();
  function move(by: number): void {
    Atomics.add(shared, 0, BigInt(by));
    keep();
    for (const listener of listeners) listener(by);
  }
  return {
    now,
    instant: () => new Date(now()).toISOString(),
    shared,
    moveTo(instant) {
      const by = Math.round(instant - now());
      if (!(by >= 0)) throw new RangeError('the clock moves forward only');
      move(by);
    },
    reach: (instant) => move(Math.max(0, Math.round(instant - now()))),
    onMove: (listener) => listeners.push(listener),
  };
}

function readOffset(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const kept = parseJson(readFileSync(file, 'utf8'));
  return isObject(kept) && typeof kept.aheadMs === 'number' ? Math.round(kept.aheadMs) : undefined;
}
