/** Something a result breaks, found by the checker from the input alone: a closed kind, who is concerned and the numbers. */
export type Breach = {
  readonly kind:
    | 'unknown-id'
    | 'missing'
    | 'unacceptable'
    | 'over-capacity'
    | 'over-region-cap'
    | 'over-own-cap'
    | 'over-slots'
    | 'under-floor'
    | 'ineligible'
    | 'not-scored'
    | 'bad-count'
    | 'blocking-pair'
    | 'wrong-total'
    | 'certificate-invalid'
    | 'certificate-gap'
    | 'conflict-does-not-add-up'
    | 'over-seats-at-a-time'
    | 'outside-calendar';
  readonly who: readonly string[];
  readonly found?: number;
  readonly allowed?: number;
};

/** A pair that would rather be together, and what excuses it: nothing in plain stability, the region in the sense of Kamada & Kojima. */
export type BlockingPair = { readonly proposer: string; readonly receiver: string; readonly excuse: 'region' | null };
