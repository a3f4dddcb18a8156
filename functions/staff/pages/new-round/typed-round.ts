import { type DateParts, typedDay } from '#functions/components/fields/date-field.tsx';
import { field, type PageRequest } from '#functions/site/request.ts';
import { parseDay } from '#lib/core/calendar/parse-day.ts';
import { usualLadder } from '#lib/core/rounds/ladder.ts';
import { isPlannable, planLadder } from '#lib/core/rounds/planned-ladder.ts';
import type { PrepareWish } from '#lib/usecases/prepare-round.ts';

/** The form of a new round as typed, kept for showing it again. */
export interface TypedRound {
  /** Programme, edition and survey in one value. */
  readonly survey: string;
  readonly title: string;
  readonly due: DateParts;
  readonly release: DateParts;
  readonly ladder: readonly string[];
  readonly officeName: string;
  readonly officeTelephone: string;
  readonly request: string;
}

const noDay: DateParts = { year: '', month: '', day: '' };

/** The form before anything is typed, with the usual ladder ticked. */
export const emptyRound = (request: string): TypedRound => ({
  survey: '',
  title: '',
  due: noDay,
  release: noDay,
  ladder: usualLadder.map(({ offset }) => String(offset)),
  officeName: '',
  officeTelephone: '',
  request,
});

/** The parts of a posted day. */
export const dayParts = (request: Pick<PageRequest, 'posted'>, name: string): DateParts => ({
  year: field(request, `${name}-year`),
  month: field(request, `${name}-month`),
  day: field(request, `${name}-day`),
});

/** Reads the posted form without judging it. */
export const typedRound = (request: PageRequest): TypedRound => ({
  survey: field(request, 'survey'),
  title: field(request, 'title'),
  due: dayParts(request, 'due'),
  release: dayParts(request, 'release'),
  ladder: request.posted.ladder ?? [],
  officeName: field(request, 'officeName'),
  officeTelephone: field(request, 'officeTelephone'),
  request: field(request, 'request'),
});

/** The form as the use case takes it. */
export function wishOf(typed: TypedRound): PrepareWish {
  const [program = '', edition = '', survey = ''] = typed.survey.split('/');
  return { ...typed, program, edition, survey, due: typedDay(typed.due), release: typedDay(typed.release) };
}

/** Rungs that the form offers, days from the due day. */
export const offeredRungs = [-28, -21, -14, -7, -3, -1, 0, 1, 3, 7, 14].map((offset) => ({ offset }));

/** Every offered rung with its day, once a due day can be read. */
export function offeredDays(typed: TypedRound) {
  const due = parseDay(typedDay(typed.due));
  return due === undefined || !isPlannable(due) ? undefined : planLadder({ due, ladder: offeredRungs });
}
