import type { JsonObject } from '../template/json.ts';

/** One SDK call as it passes the gateway. */
export interface SdkCall {
  /** Counts the calls of functions since the platform started, from 1. */
  readonly number: number;
  /** Logical id of the calling function in the template. */
  readonly function: string;
  readonly service: 'dynamodb' | 'sqs' | 'ses' | 's3';
  readonly operation: string;
  readonly request: JsonObject;
}

/** What may befall one SDK call. */
export type CallFault =
  /** Answered with the service's own throttling error; nothing is applied. */
  | { readonly kind: 'throttle' }
  /** Answered with an internal error; nothing is applied. */
  | { readonly kind: 'refuse' }
  /** Applied, but the connection breaks before the answer. */
  | { readonly kind: 'lose-response' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The calling worker is killed before the call is applied. */
  | { readonly kind: 'die-before' }
  /** The calling worker is killed once the call is applied, and never sees the answer. */
  | { readonly kind: 'die-after' }
  /** A DynamoDB transaction is cancelled because another one holds its items; nothing is applied. */
  | { readonly kind: 'transaction-conflict' }
  /** A DynamoDB batch is answered with everything unprocessed. */
  | { readonly kind: 'unprocessed' }
  /** A DynamoDB index query or scan is answered as it was when last asked (at first: empty). */
  | { readonly kind: 'stale-index' };

/** A batch of messages or records, or one mail event, on its way. */
export interface Delivery {
  readonly to: string;
  readonly kind: 'queue' | 'stream' | 'mail-event' | 'schedule';
  readonly payload: JsonObject;
}

/** What may befall a delivery: it comes twice, or late by a span of real time, or never. */
export type DeliveryFault =
  | { readonly kind: 'twice' }
  | { readonly kind: 'late'; readonly milliseconds: number }
  | { readonly kind: 'lost' };

/** Where a test makes the platform less perfect than one machine is; all undefined in ordinary use. */
export interface FaultPort {
  call: ((call: SdkCall) => CallFault | undefined) | undefined;
  delivery: ((delivery: Delivery) => DeliveryFault | undefined) | undefined;
}
