import type { VNode } from 'preact';
import { parseDay } from '#lib/core/calendar/parse-day.ts';
import { controlOf, type FieldFrame, FieldGroup } from './field.tsx';

export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** What a page shows in the three fields of a stored JST day; era years can be typed there, stored days are shown in western years. */
export function partsOfDay(day: string | undefined): DateParts {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return { year, month: month.replace(/^0/, ''), day: date.replace(/^0/, '') };
}

/**
 * A day in three fields, `<name>-year`, `-month` and `-day`; a whole day (令和9年4月1日, 2027/4/1) may be typed into the first alone.
 * Read it with `typedDay`, or with a date question's reader.
 */
export const DateField = (
  props: FieldFrame & { name?: string; value: DateParts; readOnly?: boolean | undefined },
): VNode => {
  const { id, name = id, value, readOnly } = props;
  const invalid = controlOf(props)['aria-invalid'];
  const part = (key: keyof DateParts, label: string, size: number) => (
    <span class="with-unit" key={key}>
      <input
        id={key === 'year' ? id : `${id}-${key}`}
        class="input input--sized"
        type="text"
        name={`${name}-${key}`}
        value={value[key]}
        inputMode={key === 'year' ? 'text' : 'numeric'}
        autocomplete="off"
        size={size}
        readOnly={readOnly}
        aria-label={`${props.label} ${label}`}
        aria-invalid={invalid}
        data-tidy
      />
      <span aria-hidden="true">{label}</span>
    </span>
  );
  return (
    <FieldGroup {...props}>
      <div class="date">
        {part('year', '年', 8)}
        {part('month', '月', 3)}
        {part('day', '日', 3)}
      </div>
    </FieldGroup>
  );
};

/** One text out of the three posted parts, for `parseDay`: what was typed into one alone stands for all, and so does a whole day typed into the first, beside what the others were filled with. */
export function typedDay({ year, month, day }: DateParts): string {
  const typed = [year, month, day].map((part) => part.normalize('NFKC').trim()).filter(Boolean);
  if (typed.length < 2) return typed[0] ?? '';
  if (parseDay(year) !== undefined) return year;
  const bare = (part: string) =>
    part
      .normalize('NFKC')
      .trim()
      .replace(/[年月日]$/, '');
  return `${bare(year)}-${bare(month)}-${bare(day)}`;
}
