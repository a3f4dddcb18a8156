interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

/** The instant (ISO UTC) that comes so long after another; what is negative goes back. */
export const later = (instant: string, { days = 0, hours = 0, minutes = 0 }: Span): string =>
  new Date(Date.parse(instant) + ((days * 24 + hours) * 60 + minutes) * 60_000).toISOString();
