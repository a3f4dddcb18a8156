/** An exact number, numerator over a positive denominator: decimals and quotients of decimals compare without rounding. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const plain = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a plain decimal ('179.3', '-2'); undefined for anything else. */
export function parseExact(text: string): Exact | undefined {
  const [, sign, whole, fraction = ''] = plain.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const numerator = BigInt(whole + fraction);
  return { numerator: sign === '-' ? -numerator : numerator, denominator: 10n ** BigInt(fraction.length) };
}

/** Reads a decimal that is known to be one; throws RangeError otherwise, as does a number that is not a safe integer. */
export function exact(value: string | number): Exact {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not an exact integer: ${value}`);
  const read = parseExact(String(value));
  if (!read) throw new RangeError(`not a plain decimal: ${value}`);
  return read;
}

/** a + b. */
export const sum = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

/** a × b. */
export const product = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** a ÷ b; throws RangeError when b is zero. */
export function quotient(a: Exact, b: Exact): Exact {
  if (b.numerator === 0n) throw new RangeError('division by zero');
  const numerator = a.numerator * b.denominator;
  const denominator = a.denominator * b.numerator;
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareExact(a: Exact, b: Exact): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest integer not above the number. */
export function floorExact({ numerator, denominator }: Exact): number {
  const cut = numerator / denominator;
  return Number(numerator < 0n && numerator % denominator !== 0n ? cut - 1n : cut);
}

/** The least integer not below the number. */
export const ceilExact = ({ numerator, denominator }: Exact): number =>
  0 - floorExact({ numerator: -numerator, denominator });

/** Writes the number with so many digits after the point, halves away from zero; for showing, never for comparing. */
export function showExact({ numerator, denominator }: Exact, digits: number): string {
  const size = numerator < 0n ? -numerator : numerator;
  const units = (size * 10n ** BigInt(digits) * 2n + denominator) / (denominator * 2n);
  const text = String(units).padStart(digits + 1, '0');
  const shown = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return numerator < 0n && units !== 0n ? `-${shown}` : shown;
}
