import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import { fitsPattern } from '../events/pattern.ts';
import type { FaultPort } from '../gateway/fault-port.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { numberAt, objectAt } from '../template/json.ts';
import { itemFailures } from './item-failures.ts';
import { type StreamReader, sequenceNumberOf } from './stream-reader.ts';

/** One event source mapping on a table's stream. */
export interface StreamMapping {
  readonly streamArn: string;
  readonly region: string;
  readonly batchSize: number;
  readonly filters: readonly Json[];
  readonly reportsItemFailures: boolean;
  readonly bisects: boolean;
  /** Tries after the first before a batch is given up; -1 is without end. */
  readonly retries: number;
  readonly fromBeginning: boolean;
}

/** What a poller needs of the platform. */
export interface StreamPollerParts {
  readonly reader: StreamReader;
  readonly pool: FunctionPool;
  readonly activity: Activity;
  readonly faults: FaultPort;
  readonly checkpoint: { read(): string | undefined; write(sequenceNumber: string): void };
  aheadMs(): number;
  /** Told of each batch that is given up. */
  giveUp(batch: readonly JsonObject[]): Promise<void>;
  log(line: string): void;
}

/** Writes that come within so much are read together; Lambda itself asks a shard four times a second. */
const PACE_MS = 20;

/** Reads a stream for a function, in order, one batch at a time; `wake` says that there may be something new. */
export function pollStream(mapping: StreamMapping, parts: StreamPollerParts): { wake(): void; stop(): Promise<void> } {
  let stopped = false;
  let position = parts.checkpoint.read();
  let woken = 1;
  let drained = 0;
  let rouse: (() => void) | undefined;
  parts.activity.watch(() => drained >= woken);

  async function loop(): Promise<void> {
    if (position === undefined && !mapping.fromBeginning) {
      position = (await parts.reader.newest()) ?? '0';
      parts.checkpoint.write(position);
    }
    while (!stopped) {
      const seen = woken;
      try {
        await drain();
        drained = seen;
      } catch (error) {
        if (!stopped)
          parts.log(`stream of ${parts.pool.id}: ${error instanceof Error ? error.message : String(error)}`);
        await pause(200);
      }
      if (woken === seen && !stopped) await sleep(1000);
      if (!stopped) await pause(PACE_MS);
    }
  }

  async function drain(): Promise<void> {
    for (;;) {
      const page = await parts.reader.after(position, Math.min(mapping.batchSize, 1000));
      const last = page.at(-1);
      if (!last || stopped) return;
      const wanted = page
        .map((record) => dated(record, mapping.region, parts.aheadMs()))
        .filter((record) => fits(mapping.filters, record));
      if (wanted.length > 0 && !(await deliver(wanted, 0))) return;
      position = sequenceNumberOf(last);
      // What the filters left out may be read again after a kill; writing it down each time is a tenth of a busy platform's work.
      if (wanted.length > 0) parts.checkpoint.write(position);
    }
  }

  /** Resolves true once every record is delivered or given up, false when the platform stopped first. */
  async function deliver(batch: readonly JsonObject[], attempt: number): Promise<boolean> {
    const event = { Records: batch.map((record) => ({ ...record, eventSourceARN: mapping.streamArn })) };
    const fault = parts.faults.delivery?.({ to: parts.pool.id, kind: 'stream', payload: event });
    if (fault?.kind === 'lost') return true;
    if (fault?.kind === 'late') await pause(fault.milliseconds);
    if (fault?.kind === 'twice') await parts.pool.invoke(event);
    const outcome = await parts.pool.invoke(event);
    const failures = itemFailures(outcome, mapping.reportsItemFailures, batch.map(sequenceNumberOf));
    if (failures === 'none') return true;
    if (stopped) return false;
    const from = failures === 'all' ? 0 : batch.findIndex((record) => failures.has(sequenceNumberOf(record)));
    const rest = batch.slice(from);
    if (mapping.retries >= 0 && attempt >= mapping.retries) {
      parts.log(`stream of ${parts.pool.id}: ${rest.length} records given up after ${attempt + 1} tries`);
      await parts.giveUp(rest);
      return true;
    }
    await pause(Math.min(5000, 50 * 2 ** attempt));
    if (failures === 'all' && mapping.bisects && rest.length > 1) {
      const half = Math.ceil(rest.length / 2);
      return (await deliver(rest.slice(0, half), attempt + 1)) && deliver(rest.slice(half), attempt + 1);
    }
    return deliver(rest, failures === 'all' || from === 0 ? attempt + 1 : 0);
  }

  function sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = loop();
  return {
    wake() {
      woken++;
      rouse?.();
    },
    async stop() {
      stopped = true;
      rouse?.();
      await running;
      if (position !== undefined) parts.checkpoint.write(position);
    },
  };
}

function fits(filters: readonly Json[], record: JsonObject): boolean {
  return filters.length === 0 || filters.some((filter) => fitsPattern(filter, record));
}

/** The engine writes real time and a region of its own; a function sees the platform's. */
function dated(record: JsonObject, region: string, aheadMs: number): JsonObject {
  const change = objectAt(record, 'dynamodb');
  const at = numberAt(change, 'ApproximateCreationDateTime', Date.now() / 1000) + Math.floor(aheadMs / 1000);
  return { ...record, awsRegion: region, dynamodb: { ...change, ApproximateCreationDateTime: at } };
}
