/** What a worker is started with. */
export interface WorkerStart {
  /** Absolute path of the bundle's module. */
  readonly module: string;
  /** Name of the exported handler. */
  readonly handler: string;
  readonly ahead: BigInt64Array;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

/** One event for a worker; the event travels as JSON text, as it does on AWS. */
export interface WorkerTask {
  readonly requestId: string;
  readonly event: string;
  readonly timeoutMs: number;
}

/** What a worker says: its bundle is loaded, or what became of its event. */
export type WorkerReply =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      readonly requestId: string;
      readonly result: string | undefined;
      /** Time that the worker's processor was busy with the event. */
      readonly cpuMilliseconds: number;
    }
  | {
      readonly kind: 'failed';
      readonly requestId: string | undefined;
      readonly errorType: string;
      readonly errorMessage: string;
    };
