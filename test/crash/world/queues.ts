import { late } from './late.ts';
import type { Outcome } from './machine.ts';
import type { Time } from './time.ts';
import type { WiredQueue, WiredSource, Wiring } from './wiring.ts';

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly visibleAt: number;
  readonly receives: number;
}

/** What the queues hold, by ARN. */
export type KeptQueues = ReadonlyMap<string, readonly Message[]>;

/** Brings an event to a function; `late` when it was put off. */
export type Bring = (to: WiredSource['to'], event: unknown, putOff: () => void) => Promise<Outcome | 'late'>;

/** Creates the queues of the template, empty. */
export function createQueues({ queues }: Wiring, time: Time, id: () => string) {
  let held = new Map<string, readonly Message[]>(queues.map(({ arn }) => [arn, []]));
  const dead = new Set(queues.flatMap((queue) => queue.dead?.arn ?? []));
  const at = (arn: string) => held.get(arn) ?? [];
  const arnOf = (url: string) => queues.find(({ name }) => url.endsWith(`/${name}`))?.arn ?? url;

  function put(arn: string, body: string): string {
    const message = { id: id(), body, visibleAt: time.now(), receives: 0 };
    held.set(arn, [...at(arn), message]);
    return message.id;
  }

  function hide(queue: WiredQueue, batch: ReadonlySet<string>): void {
    const left = at(queue.arn).flatMap((one) => {
      if (!batch.has(one.id)) return [one];
      if (queue.dead && one.receives + 1 >= queue.dead.after) {
        put(queue.dead.arn, one.body);
        return [];
      }
      return [{ ...one, visibleAt: time.now() + queue.visibilityMs, receives: one.receives + 1 }];
    });
    held.set(queue.arn, left);
  }

  return {
    put,
    send: (url: string, body: string) => put(arnOf(url), body),
    waiting: (url: string) => at(arnOf(url)).length,
    /** Brings one batch to its function; false when none can be seen yet. */
    async deliver(source: WiredSource, queue: WiredQueue, bring: Bring): Promise<boolean> {
      const batch = at(queue.arn)
        .filter(({ visibleAt }) => visibleAt <= time.now())
        .slice(0, source.batchSize);
      if (batch.length === 0) return false;
      const event = { Records: batch.map((one) => ({ messageId: one.id, body: one.body, eventSource: 'aws:sqs' })) };
      const outcome = await bring(source.to, event, () => {
        const visibleAt = time.now() + late.delivery;
        held.set(
          queue.arn,
          at(queue.arn).map((one) => (batch.includes(one) ? { ...one, visibleAt } : one)),
        );
      });
      if (outcome === 'late') return true;
      const failed = outcome.kind === 'done' ? failuresIn(outcome.result) : new Set(batch.map((one) => one.id));
      const gone = new Set(batch.map((one) => one.id).filter((one) => !failed.has(one)));
      held.set(
        queue.arn,
        at(queue.arn).filter((one) => !gone.has(one.id)),
      );
      if (failed.size > 0) hide(queue, failed);
      return true;
    },
    /** Instants at which a message can be seen. */
    moments: () => [...held].filter(([arn]) => !dead.has(arn)).flatMap(([, all]) => all.map((one) => one.visibleAt)),
    deadLetters: () => [...held].filter(([arn]) => dead.has(arn)).flatMap(([, all]) => all),
    keep: (): KeptQueues => new Map(held),
    restore(kept: KeptQueues) {
      held = new Map(kept);
    },
  };
}

function failuresIn(result: unknown): ReadonlySet<string> {
  const { batchItemFailures = [] } = Object(result ?? {});
  return new Set(batchItemFailures.map((one: unknown) => String(Object(one).itemIdentifier)));
}
