import { isObject, type Json, listAt, numberAt } from '../template/json.ts';

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
  countInvocation(functionId: string, milliseconds: number, memoryMb: number): void;
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
      const consumed = isObject(answer) ? listAt(answer, 'ConsumedCapacity') : [];
      const units = consumed.reduce<number>(
        (sum, part) => sum + numberAt(isObject(part) ? part : {}, 'CapacityUnits', 0),
        0,
      );
      const use = of(functionId);
      const key = `dynamodb:${operation}`;
      use.units[key] = (use.units[key] ?? 0) + units;
      if (READS.has(operation)) use.readUnits += units;
      else use.writeUnits += units;
    },
    countInvocation(functionId, milliseconds, memoryMb) {
      const use = of(functionId);
      use.invocations++;
      use.milliseconds += milliseconds;
      use.megabyteMilliseconds += milliseconds * memoryMb;
    },
  };
}
