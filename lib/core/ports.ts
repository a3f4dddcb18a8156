import type { Stream } from './notices/stream.ts';
import type { Result } from './result.ts';

/** Where an item lies in the one table. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A stored item; rows give it a type through their schema. */
export type Item = Key & Readonly<Record<string, unknown>>;

/** What must hold of the stored item for a write to happen; all that is named must hold. */
export interface Expect {
  readonly absent?: true;
  readonly present?: true;
  readonly equals?: Readonly<Record<string, string | number>>;
  readonly oneOf?: Readonly<Record<string, readonly string[]>>;
  /** The attribute is absent or smaller than the value. */
  readonly before?: Readonly<Record<string, string>>;
}

/** One write of a commit. `check` writes nothing and only guards the others. */
export type Write =
  | { readonly put: Item; readonly expect?: Expect }
  | {
      readonly update: Key;
      readonly set?: Readonly<Record<string, unknown>>;
      readonly remove?: readonly string[];
      readonly expect?: Expect;
    }
  | { readonly delete: Key; readonly expect?: Expect }
  | { readonly check: Key; readonly expect: Expect };

/** An expectation did not hold: for each write in order, whether it failed and what is stored there now. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly at: readonly { readonly failed: boolean; readonly item?: Item | undefined }[];
}

/** A query of one partition, or of one partition of an index. Index reads may be stale; base reads are consistent, unless `lately` asks for less at half the price. */
export interface Query {
  readonly lately?: true;
  readonly pk: string;
  readonly index?: 'gsi1' | 'gsi2';
  readonly prefix?: string;
  /** Sort keys up to and including this one. */
  readonly upTo?: string;
  readonly descending?: boolean;
  /** Attributes that are brought, beside the keys; all where absent. It costs as much and takes less time. */
  readonly only?: readonly string[];
  readonly limit?: number;
  readonly after?: string;
}

export interface Page {
  readonly items: readonly Item[];
  /** Cursor of the next page; absent at the end. */
  readonly next?: string;
}

/** The one table, as use cases see it. */
export interface Table {
  /** `lately`: as it was a moment ago will do, for half the price. */
  get(key: Key, as?: 'lately'): Promise<Item | undefined>;
  /** Every key's item in the order asked, absent ones left out. */
  getAll(keys: readonly Key[]): Promise<readonly Item[]>;
  query(query: Query): Promise<Page>;
  write(write: Write): Promise<Result<void, Conflict>>;
  /** All or nothing, at most 100 writes. */
  commit(writes: readonly Write[]): Promise<Result<void, Conflict>>;
  /** Unconditional puts of any number of items; safe to repeat. */
  putAll(items: readonly Item[]): Promise<void>;
}

/** A file's bytes, its content type, and short notes about it (any text). */
export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Files by key; the keys stand in lib/store/file-keys.ts. */
export interface Files {
  /** Keeps a file, in place of one of the same key; safe to repeat. */
  put(key: string, file: StoredFile): Promise<void>;
  /** Undefined where there is none, or none any more. */
  get(key: string): Promise<StoredFile | undefined>;
  /** Succeeds where there is none. */
  delete(key: string): Promise<void>;
}

/** Puts a message on a queue; delivery is at least once. */
export interface Queue<Message = unknown> {
  /** Any number of messages, each on its own; after a failure some may be on the queue. */
  send(...bodies: readonly Message[]): Promise<void>;
}

/** Says of a queue whether nothing waits in it, is being worked on, or has been given up. */
export interface Drain {
  empty(): Promise<boolean>;
}

/** A letter ready to be sent to one recipient. */
export interface Letter {
  /** By which identity and configuration set it goes. */
  readonly stream: Stream;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click ends the subscription (RFC 8058); goes out as List-Unsubscribe. */
  readonly unsubscribe?: string;
  /** Come back on every event of this mail. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What became of one try: accepted, refused for good, to be tried later, or nobody knows. */
export type Sent =
  | { readonly kind: 'accepted'; readonly messageId: string }
  | {
      readonly kind: 'rejected';
      readonly reason: string /** The address itself was refused. */;
      readonly badAddress?: true;
    }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Sends one letter, once: it never retries by itself, since SES has no idempotency token. */
export interface Mailer {
  /** Waits for the next place that the account's rate leaves; false while the day's quota is used up, and then nothing may be claimed. */
  ready(): Promise<boolean>;
  send(letter: Letter): Promise<Sent>;
}

/** Time and chance, handed in. `now` is an ISO instant in UTC. */
export interface World {
  now(): string;
  /** A fresh secret of 256 random bits. */
  secret(): Uint8Array;
  /** A fresh short identifier, unique for all practical purposes. */
  id(): string;
}
