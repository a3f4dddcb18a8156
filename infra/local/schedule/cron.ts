const MINUTE = 60_000;
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The first minute after `after` that fits an AWS cron expression (minutes hours day-of-month month day-of-week year) in a time zone. */
export function nextCron(expression: string, timeZone: string, after: number): number | undefined {
  const [minutes = '*', hours = '*', days = '*', months = '*', weekdays = '*', years = '*'] = expression
    .trim()
    .split(/\s+/);
  const fields = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    weekday: 'short',
  });
  const end = after + 400 * 86_400_000;
  for (let at = (Math.floor(after / MINUTE) + 1) * MINUTE; at < end; ) {
    const parts = Object.fromEntries(fields.formatToParts(at).map(({ type, value }) => [type, value]));
    const weekday = WEEKDAYS.indexOf((parts.weekday ?? '').toUpperCase()) + 1;
    const dayFits =
      fits(years, Number(parts.year), []) &&
      fits(months, Number(parts.month), MONTHS, 1) &&
      fits(days, Number(parts.day), []) &&
      fits(weekdays, weekday, WEEKDAYS, 1);
    if (!dayFits) {
      at += (24 * 60 - Number(parts.hour) * 60 - Number(parts.minute)) * MINUTE;
      continue;
    }
    if (fits(hours, Number(parts.hour), []) && fits(minutes, Number(parts.minute), [])) return at;
    at += MINUTE;
  }
  return undefined;
}

function fits(field: string, value: number, names: readonly string[], base = 0): boolean {
  if (field === '*' || field === '?') return true;
  const number = (text: string) =>
    names.includes(text.toUpperCase()) ? names.indexOf(text.toUpperCase()) + base : Number(text);
  return field.split(',').some((part) => {
    const [range = '', step] = part.split('/');
    const [from, to] = range === '*' ? [base, Number.POSITIVE_INFINITY] : range.split('-').map(number);
    if (from === undefined || Number.isNaN(from)) throw new Error(`the cron field ${field} is not known here`);
    const last = to ?? (step === undefined ? from : Number.POSITIVE_INFINITY);
    return value >= from && value <= last && (value - from) % Number(step ?? 1) === 0;
  });
}
