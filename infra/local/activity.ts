import { setTimeout as pause } from 'node:timers/promises';

/** Knows whether anything is under way: invocations, queued messages, stream records, mail events. */
export interface Activity {
  /** Marks work as begun; call the result when it has ended. */
  begin(): () => void;
  /** Adds a part that can say whether it has nothing left to do. */
  watch(isQuiet: () => boolean): void;
  /** Resolves true when everything has come to rest, false when `timeoutMs` (real time) passed first. */
  settle(timeoutMs: number): Promise<boolean>;
}

/** Creates the tracker of one platform. */
export function createActivity(): Activity {
  let underWay = 0;
  const parts: (() => boolean)[] = [];
  const quiet = () => underWay === 0 && parts.every((isQuiet) => isQuiet());
  return {
    begin() {
      underWay++;
      let ended = false;
      return () => {
        if (!ended) underWay--;
        ended = true;
      };
    },
    watch: (isQuiet) => parts.push(isQuiet),
    async settle(timeoutMs) {
      const end = performance.now() + timeoutMs;
      let stable = 0;
      while (stable < 3) {
        if (performance.now() > end) return false;
        await pause(4);
        stable = quiet() ? stable + 1 : 0;
      }
      return true;
    },
  };
}
