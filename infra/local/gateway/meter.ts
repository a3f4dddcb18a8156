import { type Json, listAt, numberAt, textAt } from '../template/json.ts';

/** What one function has done since the meter was last reset. */
export interface FunctionUse {
  /** SDK calls by `service:Operation`, e.g. `dynamodb:PutItem`. */
  readonly calls: Record<string, number>;
  /** Consumed units by the same names. */
  readonly units: Record<string, number>;
  /** Consumed read and write units; counted only when the platform was started with `meterCapacity`. */
  readUnits: number;
  writeUnits: number;
  invocations: number;
  /** Wall time of the handler, milliseconds. */
  milliseconds: number;
  /** Time that a processor was busy with the handler, milliseconds; none is counted where it failed. */
  cpuMilliseconds: number;
  /** Milliseconds × megabytes of the function's memory size. */
  megabyteMilliseconds: number;
  coldStarts: number;
}

/** Counts SDK calls, capacity and invocations by function. */
export interface Meter {
  of(functionId: string): FunctionUse;
  all(): Readonly<Record<string, FunctionUse>>;
  reset(): void;
  countCall(functionId: string, service: string, operation: string): void;
  countCapacity(functionId: string, operation: string, answer: Json): void;
  countInvocation(
    functionId: string,
    took: { readonly milliseconds: number; readonly cpuMilliseconds?: number },
    memoryMb: number,
  ): void;
}

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems']);

/** Creates an empty meter. */
export function createMeter(): Meter {
  const uses = new Map<string, FunctionUse>();
  function of(functionId: string): FunctionUse {
    let use = uses.get(functionId);
    if (!use) {
      use = {
        calls: {},
        units: {},
        readUnits: 0,
        writeUnits: 0,
        invocations: 0,
        milliseconds: 0,
        cpuMilliseconds: 0,
        megabyteMilliseconds: 0,
        coldStarts: 0,
      };
      uses.set(functionId, use);
    }
    return use;
  }
  return {
    of,
    all: () => Object.fromEntries(uses),
    reset: () => uses.clear(),
    countCall(functionId, service, operation) {
      const { calls } = of(functionId);
      const key = `${service}:${operation}`;
      calls[key] = (calls[key] ?? 0) + 1;
    },
    countCapacity(functionId, operation, answer) {
      const units = unitsOf(answer);
      const use = of(functionId);
      const key = `dynamodb:${operation}`;
      use.units[key] = (use.units[key] ?? 0) + units;
      if (READS.has(operation)) use.readUnits += units;
      else use.writeUnits += units;
    },
    countInvocation(functionId, { milliseconds, cpuMilliseconds = 0 }, memoryMb) {
      const use = of(functionId);
      use.invocations++;
      use.milliseconds += milliseconds;
      use.cpuMilliseconds += cpuMilliseconds;
      use.megabyteMilliseconds += milliseconds * memoryMb;
    },
  };
}

/** What an answer says it consumed. A write whose condition did not hold costs as much on AWS, but says nothing: one unit for the item, two for each of a transaction's. */
function unitsOf(answer: Json): number {
  const refused = textAt(answer, '__type') ?? '';
  if (refused.endsWith('#ConditionalCheckFailedException')) return 1;
  if (refused.endsWith('#TransactionCanceledException')) return 2 * listAt(answer, 'CancellationReasons').length;
  return listAt(answer, 'ConsumedCapacity').reduce<number>((sum, part) => sum + numberAt(part, 'CapacityUnits', 0), 0);
}
