/** How long each kind of lateness lasts, milliseconds: one late event comes within a claim's time, a late pipeline long after. */
export const late = { event: 200_000, events: 25 * 60_000, delivery: 15 * 60_000 } as const;
