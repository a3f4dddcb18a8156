import { digitsOf, scaled } from './clean/decimal.ts';
import type { RangeQuestion } from './form.ts';

/** Most steps that are offered; a scale beyond it is typed nowhere in practice. */
const most = 1000;

/** Every step of a scale as canonical decimals, exactly. */
export function stepsOf({ start, end, step }: RangeQuestion): readonly string[] {
  const digits = Math.max(digitsOf(start), digitsOf(end), digitsOf(step));
  const [from, to, by] = [scaled(start, digits), scaled(end, digits), scaled(step, digits)];
  if (by === 0n) return [start];
  const count = Number((to - from) / by) + 1;
  return Array.from({ length: Math.min(Math.max(count, 0), most) }, (_, at) => decimal(from + by * BigInt(at), digits));
}

function decimal(whole: bigint, digits: number): string {
  if (digits === 0) return String(whole);
  const text = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  const size = fraction === '' ? text.slice(0, -digits) : `${text.slice(0, -digits)}.${fraction}`;
  return whole < 0n ? `-${size}` : size;
}
