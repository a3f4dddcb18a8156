/** A non-negative decimal kept exactly: `digits / 10^scale`. */
export type ExactDecimal = { readonly digits: bigint; readonly scale: bigint };

/** Reads a rate such as 0.05, '0.05' or 5e-2 exactly as it is written; anything that is not a finite non-negative decimal gives null. */
export function exactDecimal(value: unknown): ExactDecimal | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const found = /^(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(String(value).trim());
  if (found === null) return null;
  const fraction = found[2] ?? '';
  const exponent = BigInt(found[3] ?? 0);
  const digits = BigInt((found[1] ?? '') + fraction);
  const scale = BigInt(fraction.length) - exponent;
  return scale >= 0n ? { digits, scale } : { digits: digits * 10n ** -scale, scale: 0n };
}

/** Whether the decimal is at most 1, as every rate of seats must be. */
export const atMostOne = (rate: ExactDecimal): boolean => rate.digits <= 10n ** rate.scale;

/** `ceil(limit × rate)`: "5%以上" asks for at least this many seats, 人. */
export function ceilOf(limit: number, rate: ExactDecimal): number {
  const unit = 10n ** rate.scale;
  return Number((BigInt(limit) * rate.digits + unit - 1n) / unit);
}

/** `floor(limit × rate)`: "2%を限度" allows at most this many seats, 人. */
export const floorOf = (limit: number, rate: ExactDecimal): number =>
  Number((BigInt(limit) * rate.digits) / 10n ** rate.scale);
