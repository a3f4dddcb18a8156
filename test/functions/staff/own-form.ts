import type { Actor } from '#lib/core/permission/actor.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { publishForm } from '#lib/usecases/forms/publish-form.ts';
import type { SmallCountry } from '#test/support/small-country.ts';
import { smallForm } from '#test/support/small-form.ts';
import type { Visitor } from './visit.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A form that staff made of the small one and published; gives its id. */
export async function publishedForm(
  { desk }: SmallCountry,
  by: Actor,
  { title = '臨時の調査票', request }: { readonly title?: string; readonly request: string },
): Promise<string> {
  const made = await createForm(desk, by, { title, start: smallForm, from: 'small', request });
  if (!made.ok) throw new Error('no form');
  await publishForm(desk, by, { form: made.value, draft: 1, request: `${request}-1` });
  return made.value;
}

/** What the page that prepares a round on a form made by staff posts: all hospitals are asked, unless told. */
export const typedRound = ({ edition }: SmallCountry, form: string, more: Fields = {}): Fields => ({
  form: `${form}@1`,
  survey: `koiki/${edition.id}`,
  asks: 'every',
  title: '管内の調査',
  'due-year': '2027',
  'due-month': '1',
  'due-day': '29',
  ladder: ['-7'],
  officeName: '岩手県医療政策室',
  officeTelephone: '019-000-0000',
  request: 'r1',
  ...more,
});

/** Prepares a round by the page; gives its id. */
export async function postedRound(office: Visitor, typed: Fields): Promise<string> {
  const made = await office.post('/s/rounds/new', typed);
  const round = /^\/s\/rounds\/([^/]+)\/preview$/.exec(made.location ?? '')?.[1];
  if (round === undefined) throw new Error(`${made.status} ${made.html}`);
  return round;
}
