/** What a platform's process is asked over its channel; each question carries a number that its answer repeats. */
export type Question =
  | { readonly kind: 'engine' }
  | { readonly kind: 'kill-worker'; readonly chance: number }
  | { readonly kind: 'pass'; readonly minutes: number };

/** What it says by itself once it stands. */
export interface Ready {
  readonly kind: 'ready';
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly tableName: string;
  readonly origin: string;
}
