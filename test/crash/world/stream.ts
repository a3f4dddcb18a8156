import { fitsPattern } from '#infra/local/events/pattern.ts';
import type { JsonObject } from '#infra/local/template/json.ts';
import { late } from './late.ts';
import type { Change } from './memory-engine.ts';
import type { Bring } from './queues.ts';
import type { Time } from './time.ts';
import type { WiredSource, Wiring } from './wiring.ts';

/** Every change so far, and how far each reader has come. */
export interface KeptStream {
  readonly changes: readonly Change[];
  readonly cursors: ReadonlyMap<WiredSource, number>;
}

/** Creates an empty stream. */
export function createStream({ sources }: Wiring, time: Time) {
  let changes: Change[] = [];
  let cursors = new Map<WiredSource, number>();
  let waitsUntil = 0;
  const behind = (source: WiredSource) => (cursors.get(source) ?? 0) < changes.length;

  return {
    told: (change: Change): void => void changes.push(change),
    changes: (): readonly Change[] => changes,
    /** Brings one page to its function; false when there is none, or it is put off. */
    async deliver(source: WiredSource, bring: Bring): Promise<boolean> {
      if (!behind(source) || waitsUntil > time.now()) return false;
      const from = cursors.get(source) ?? 0;
      const page = changes.slice(from, from + source.batchSize);
      const records = page
        .map(recordOf)
        .filter((record) => source.filters.some((filter) => fitsPattern(filter, record)));
      for (let attempt = 0; records.length > 0 && attempt <= source.retries; attempt++) {
        const outcome = await bring(source.to, { Records: records }, () => {
          waitsUntil = time.now() + late.delivery;
        });
        if (outcome === 'late') return false;
        if (outcome.kind === 'done') break;
        time.moveTo(time.now() + 1000);
      }
      cursors.set(source, Math.max(cursors.get(source) ?? 0, from + page.length));
      return true;
    },
    /** The instant at which what is put off comes; none when every reader has read all. */
    moments: () => (sources.some((one) => one.from === 'stream' && behind(one)) ? [waitsUntil] : []),
    keep: (): KeptStream => ({ changes: [...changes], cursors: new Map(cursors) }),
    restore(kept: KeptStream) {
      changes = [...kept.changes];
      cursors = new Map(kept.cursors);
      waitsUntil = 0;
    },
  };
}

const recordOf = ({ before, after }: Change, index: number): JsonObject => {
  const { pk = {}, sk = {} } = after ?? before ?? {};
  return {
    eventID: String(index),
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    dynamodb: { Keys: { pk, sk }, ...(after ? { NewImage: after } : {}), SequenceNumber: String(index) },
  };
};
