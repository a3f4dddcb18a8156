import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import type { FaultPort } from '../gateway/fault-port.ts';
import type { JsonObject } from '../template/json.ts';
import { fitsPattern } from './pattern.ts';

/** One rule of the default bus with the places its events go to. */
export interface BusRule {
  readonly name: string;
  readonly pattern: JsonObject;
  readonly targets: readonly ((event: JsonObject) => Promise<void>)[];
}

/** EventBridge's default bus. */
export interface EventBus {
  addRule(rule: BusRule): void;
  /** Hands an event to every rule it fits; a delivery fault may double, delay or lose it. */
  publish(event: JsonObject): Promise<void>;
}

/** Creates a bus without rules. */
export function createBus(faults: FaultPort, activity: Activity, log: (line: string) => void): EventBus {
  const rules: BusRule[] = [];
  async function deliver(event: JsonObject): Promise<void> {
    for (const rule of rules) {
      if (!fitsPattern(rule.pattern, event)) continue;
      for (const target of rule.targets) {
        await target(event).catch((error: unknown) =>
          log(`EventBridge ${rule.name}: ${error instanceof Error ? error.message : String(error)}`),
        );
      }
    }
  }
  return {
    addRule: (rule) => rules.push(rule),
    async publish(event) {
      const fault = faults.delivery?.({ to: 'event-bus', kind: 'mail-event', payload: event });
      if (fault?.kind === 'lost') return;
      if (fault?.kind === 'late') {
        const done = activity.begin();
        void pause(fault.milliseconds, undefined, { ref: false })
          .then(() => deliver(event))
          .finally(done);
        return;
      }
      await deliver(event);
      if (fault?.kind === 'twice') await deliver(event);
    },
  };
}
