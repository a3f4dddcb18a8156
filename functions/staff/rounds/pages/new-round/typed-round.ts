import { type DateParts, typedDay } from '#functions/components/fields/date-field.tsx';
import { field, type PageRequest } from '#functions/site/request.ts';
import { parseDay } from '#lib/core/calendar/parse-day.ts';
import type { AreaEdition, Program } from '#lib/core/program.ts';
import { usualLadder } from '#lib/core/rounds/ladder.ts';
import { isPlannable, planLadder } from '#lib/core/rounds/planned-ladder.ts';
import type { PrepareWish } from '#lib/usecases/prepare-round.ts';

/** The form of a new round as typed, kept for showing it again. */
export interface TypedRound extends TypedPlanFields {
  /** Programme, edition and survey in one value; for a form made by staff its id and version stand fourth. */
  readonly survey: string;
  /** Id and version of a form made by staff; '' for an edition's own survey. */
  readonly form: string;
  /** Whom a form made by staff asks, and of which prefectures; none ticked means all. */
  readonly asks: string;
  readonly prefectures: readonly string[];
  /** Ids of single hospitals that are asked. */
  readonly organisations: readonly string[];
  /** What hospitals are looked for now, to be chosen; undefined where none are. */
  readonly find: { readonly q: string; readonly prefecture: string } | undefined;
  readonly request: string;
}

/** A round's plan as typed, kept for showing it again. */
export interface TypedPlanFields {
  readonly title: string;
  readonly opening: DateParts;
  readonly due: DateParts;
  readonly release: DateParts;
  readonly ladder: readonly string[];
  readonly officeName: string;
  readonly officeTelephone: string;
}

const noDay: DateParts = { year: '', month: '', day: '' };

/** The form before anything is typed, with the usual ladder ticked. */
export const emptyRound = (
  request: string,
  form: { name: string; title: string } = { name: '', title: '' },
): TypedRound => ({
  survey: '',
  form: form.name,
  asks: '',
  prefectures: [],
  organisations: [],
  find: undefined,
  title: form.title,
  opening: noDay,
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
  form: field(request, 'form'),
  asks: field(request, 'asks'),
  prefectures: request.posted.prefectures ?? [],
  organisations: request.posted.organisations ?? [],
  find:
    field(request, 'act') === 'find' || looksFor(request)
      ? { q: field(request, 'find-q').slice(0, 100), prefecture: field(request, 'find-prefecture') }
      : undefined,
  request: field(request, 'request'),
  ...typedPlan(request),
});

/** Whether Enter was pressed on a name while no hospital is chosen yet. */
const looksFor = (request: PageRequest): boolean =>
  field(request, 'asks') === 'chosen' && field(request, 'find-q') !== '' && !request.posted.organisations?.length;

/** Reads the posted plan without judging it. */
export const typedPlan = (request: PageRequest): TypedPlanFields => ({
  title: field(request, 'title'),
  opening: dayParts(request, 'opening'),
  due: dayParts(request, 'due'),
  release: dayParts(request, 'release'),
  ladder: request.posted.ladder ?? [],
  officeName: field(request, 'officeName'),
  officeTelephone: field(request, 'officeTelephone'),
});

/** The form as the use case takes it. Where no rule of a year says whom it asks, no year is asked for, and the round stands with the first scheme's newest. */
export function wishOf(typed: TypedRound, programs: readonly Program<AreaEdition>[]): PrepareWish {
  const { form: name, asks, prefectures, organisations, find: _, ...rest } = typed;
  const asked = name !== '' && withoutYear.includes(asks) ? newestOf(programs) : typed.survey;
  const [program = '', edition = '', survey = ''] = asked.split('/');
  const plan = { ...rest, ...typedDays(typed), program, edition, survey };
  if (name === '') return plan;
  const form = formNamed(name);
  const audience = audienceOf(asks, prefectures, organisations);
  return { ...plan, survey: form.id, form, ...(audience ? { audience } : {}) };
}

/** The days of a plan, each as one text. */
export const typedDays = ({ opening, due, release }: Pick<TypedPlanFields, 'opening' | 'due' | 'release'>) => ({
  opening: typedDay(opening),
  due: typedDay(due),
  release: typedDay(release),
});

function audienceOf(
  asks: string,
  prefectures: readonly string[],
  organisations: readonly string[],
): PrepareWish['audience'] {
  if (asks === 'chosen') return { asks: 'every', organisations: [...new Set(organisations)].filter((id) => id !== '') };
  const side = sides.find((one) => one === asks);
  return side && { asks: side, ...(prefectures.length === 0 ? {} : { prefectures: [...prefectures] }) };
}

/** Whom a form made by staff may ask by a rule. */
export const sides = ['destination', 'source', 'every'] as const;

/** Ways to say whom a form asks that hang on no year's areas and rules. */
const withoutYear: readonly string[] = ['every', 'chosen'];

const newestOf = ([program]: readonly Program<AreaEdition>[]): string =>
  `${program?.id}/${program?.editions.at(-1)?.id}`;

/** The form that a page's address names, "id@version". */
export function formNamed(name: string): { readonly id: string; readonly version: number } {
  const [id = '', version = ''] = name.split('@');
  return { id, version: Number(version) };
}

/** Rungs that the form offers, days from the due day. */
export const offeredRungs = [-28, -21, -14, -7, -3, -1, 0, 1, 3, 7, 14].map((offset) => ({ offset }));

/** Every offered rung with its day, once a due day can be read. */
export function offeredDays(typed: Pick<TypedPlanFields, 'due'>) {
  const due = parseDay(typedDay(typed.due));
  return due === undefined || !isPlannable(due) ? undefined : planLadder({ due, ladder: offeredRungs });
}
