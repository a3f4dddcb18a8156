import { addDays } from '#lib/core/calendar/day.ts';

/** A day of Excel's 1900 date system (46478 is 2027-04-01); undefined outside 1954–2119, where a number is rather a number. */
export const dayOfSerial = (serial: number): string | undefined =>
  serial >= 20_000 && serial < 80_000 ? addDays('1899-12-30', Math.floor(serial)) : undefined;

/** A time of day of Excel, a share of a day, to the nearest minute. */
export function timeOfSerial(serial: number): string {
  const minutes = Math.round((serial % 1) * 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A day and time of Excel. */
export function momentOfSerial(serial: number): string | undefined {
  const day = dayOfSerial(serial);
  return day === undefined ? undefined : `${day}T${timeOfSerial(serial)}`;
}
