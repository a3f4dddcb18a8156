import type { PlatformClock } from './clock.ts';
import type { DemoContext } from './demo/demo-context.ts';
import type { People } from './demo/people.ts';
import type { FaultPort } from './gateway/fault-port.ts';
import type { Meter } from './gateway/meter.ts';
import type { FunctionPool } from './lambda/function-pool.ts';
import type { Outcome } from './lambda/worker-thread.ts';
import type { MailService } from './ses/mail-service.ts';
import type { MailSummary, StoredMail } from './ses/mailbox.ts';
import type { Template } from './template/template.ts';

/** How a platform is started. */
export interface PlatformOptions {
  /** Path of `<Stack>.template.json`, a template already read, or what builds it: asked only once folder and port are ours. */
  readonly template: string | Template | (() => Promise<string>);
  readonly dataFolder: string;
  /** Port of 127.0.0.1; 0 (the default) takes a free one. */
  readonly port?: number;
  /** Forget what the data folder holds. */
  readonly fresh?: boolean;
  /** Where the clock stands in a new data folder, ISO instant or milliseconds; default: real time. */
  readonly clock?: string | number;
  /** Values for the template's parameters. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Fills an empty table. */
  readonly seed?: (context: DemoContext) => Promise<void>;
  /** Whom the page `/demo` offers; default: nobody. */
  readonly people?: People;
  /** Workers of one function at most, default 4. */
  readonly maxWorkers?: number;
  /** Count consumed read and write units by function. */
  readonly meterCapacity?: boolean;
  /** Where progress, function output and refusals go; default: nowhere. */
  readonly log?: (line: string) => void;
}

/** A running platform. */
export interface Platform {
  /** `http://localhost:PORT`. */
  readonly origin: string;
  readonly port: number;
  /** SDK endpoint with the administrator's credentials, and the first table's name. */
  readonly admin: DemoContext;
  readonly clock: PlatformClock & {
    /** Moves forward with a stop each day at 09:30 JST, firing all schedules at each stop; resolves when all has come to rest. */
    advanceTo(instant: string | number): Promise<void>;
    advanceBy(span: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): Promise<void>;
  };
  /** Waits until nothing is under way; false when the time (real, default 30 s) was not enough. */
  settle(timeoutMs?: number): Promise<boolean>;
  /** Mails that SES accepted, newest first. */
  readonly inbox: {
    list(): readonly MailSummary[];
    read(id: string): StoredMail | undefined;
    /** Whole mails to an address, newest first. */
    to(address: string): readonly StoredMail[];
  };
  readonly mail: MailService;
  readonly meter: Meter;
  readonly faults: FaultPort;
  /** Messages of a queue, named as functions are: waiting, hidden or delayed. */
  queued(name: string): {
    readonly waiting: readonly string[];
    readonly hidden: readonly string[];
    readonly delayed: readonly string[];
  };
  /** A function by its logical id, with the eight digits that the CDK puts behind it or without. */
  function(name: string): FunctionPool;
  invoke(name: string, event: unknown): Promise<Outcome>;
  /** Fires every schedule once, now, and waits for the targets. */
  tick(): Promise<void>;
  /** Process id of the DynamoDB engine; undefined when it is not ours. */
  enginePid(): number | undefined;
  stop(): Promise<void>;
}
