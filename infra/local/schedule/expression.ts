import { nextCron } from './cron.ts';

/** The first instant after `after` (milliseconds since 1970) at which a schedule expression (`rate(…)`, `cron(…)`, `at(…)`) fires; undefined when never again. */
export function nextFiring(expression: string, timeZone: string, after: number): number | undefined {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) {
    const span =
      Number(rate[1]) *
      { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[
        rate[2] === 'hour' || rate[2] === 'day' ? rate[2] : 'minute'
      ];
    return (Math.floor(after / span) + 1) * span;
  }
  const cron = /^cron\((.+)\)$/.exec(expression);
  if (cron) return nextCron(cron[1] ?? '', timeZone, after);
  const at = /^at\((.+)\)$/.exec(expression);
  if (at) {
    const instant = Date.parse(`${at[1]}Z`);
    return instant > after ? instant : undefined;
  }
  throw new Error(`the schedule expression ${expression} is not known here`);
}
