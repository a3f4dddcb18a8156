import type { VNode } from 'preact';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { instantOf } from '#lib/core/calendar/day.ts';
import { parseDay } from '#lib/core/calendar/parse-day.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';

/** A day and a time of day (JST) as typed. */
export interface TypedSendAt {
  readonly day?: string;
  readonly time?: string;
}

/** Reads the instant at which something is to be sent, or says at each field what is wrong. */
export function readSendAt({ day: typedDay = '', time = '' }: TypedSendAt): Result<string, readonly FieldProblem[]> {
  const day = parseDay(typedDay);
  const clock = /^(\d{1,2})(?::|時)(\d{2})分?$/.exec(time.normalize('NFKC').replace(/\s/g, ''));
  const [hour, minute] = [Number(clock?.[1] ?? 99), Number(clock?.[2] ?? 99)];
  const problems = [
    ...(day === undefined ? [{ field: 'day', message: '送信日を、2027年1月29日のように入力してください。' }] : []),
    ...(hour > 23 || minute > 59 ? [{ field: 'time', message: '送信時刻を、9:30のように入力してください。' }] : []),
  ];
  if (day === undefined || problems.length > 0) return refuse(problems);
  return ok(instantOf(day, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`));
}

interface SendAtFieldsProps {
  readonly typed: TypedSendAt;
  readonly messages: ReadonlyMap<string, string>;
}

/** Where the day and the time of sending are typed. */
export const SendAtFields = ({ typed, messages }: SendAtFieldsProps): VNode => (
  <>
    <TextField
      id="day"
      label="送信日"
      required
      help="例：2027年1月29日、R9.1.29"
      size={20}
      value={typed.day}
      problem={messages.get('day')}
    />
    <TextField
      id="time"
      label="送信時刻"
      required
      help="例：9:30"
      size={8}
      value={typed.time}
      problem={messages.get('time')}
    />
  </>
);
