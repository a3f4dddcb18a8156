/** A decimal in its one canonical writing ("012.50" → "12.5", "-0" → "0"); undefined when the text is no plain decimal. */
export function canonicalDecimal(text: string): string | undefined {
  const match = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (match === null || `${match[2]}${match[3] ?? ''}` === '') return undefined;
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const size = fraction === '' ? whole : `${whole}.${fraction}`;
  return match[1] === '-' && size !== '0' ? `-${size}` : size;
}

/** Digits after the point of a canonical decimal. */
export const digitsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

/** A decimal as a whole number of 10^-digits. */
export function scaled(decimal: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(`${whole}${fraction.padEnd(digits, '0').slice(0, digits)}`);
}

/** Compares two decimals exactly: negative, zero or positive. */
export function compareDecimals(a: string, b: string): number {
  const digits = Math.max(digitsOf(a), digitsOf(b));
  const difference = scaled(a, digits) - scaled(b, digits);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
