import { beforeAll, expect, test } from 'vitest';
import { outboxOf as announcementOutbox } from '#lib/core/announcements/announcement.ts';
import { outboxOf as documentOutbox } from '#lib/core/distributions/distribution.ts';
import { everyRoute, hiddenCountry, type Role } from './hidden-country.ts';
import { type Seen, type Visitor, visitorOf } from './staff/visit.ts';

/** What nobody has, at whatever place of an address or a form. */
const absent = 'nonesuch';

const offices = ['ministry', 'own', 'mate', 'other'] as const;
const iwates = ['ministry', 'own', 'mate'] as const;
type Places = Awaited<ReturnType<typeof hiddenCountry>>['places'];

interface Hidden {
  readonly what: string;
  /** The place of the address that names it. */
  readonly name: string;
  /** What stands at the places of the address, its own and those before it. */
  readonly at: (places: Places) => Readonly<Record<string, string>>;
  /** Who may see that it is there: to everybody else it is as if it were not. */
  readonly seenBy: readonly Role[];
}

/** Everything that is named in an address and not seen by everybody. */
const hidden: readonly Hidden[] = [
  {
    what: 'the ministry’s round',
    name: 'round',
    at: ({ national: round }) => ({ round }),
    seenBy: [...offices, 'clerk', 'neighbour', 'reader'],
  },
  {
    what: 'a round that the ministry prepares',
    name: 'round',
    at: ({ coming: round }) => ({ round }),
    seenBy: ['ministry'],
  },
  {
    what: 'a prefecture’s round',
    name: 'round',
    at: ({ ownRound: round }) => ({ round, export: 'exportown' }),
    seenBy: iwates,
  },
  { what: 'an answer', name: 'organisation', at: ({ national: round }) => ({ round }), seenBy: [...iwates, 'clerk'] },
  {
    what: 'an answer to a prefecture’s round',
    name: 'organisation',
    at: ({ ownRound: round }) => ({ round }),
    seenBy: iwates,
  },
  { what: 'a file of an answer', name: 'file', at: ({ national: round }) => ({ round }), seenBy: [...iwates, 'clerk'] },
  { what: 'a prefecture’s export', name: 'export', at: () => ({ export: 'export03' }), seenBy: iwates },
  { what: 'the ministry’s export', name: 'export', at: () => ({ export: 'exportall' }), seenBy: ['ministry'] },
  {
    what: 'an export of a prefecture’s round',
    name: 'export',
    at: ({ ownRound: round }) => ({ round, export: 'exportown' }),
    seenBy: iwates,
  },
  { what: 'an export of another round', name: 'export', at: () => ({ export: 'exportown' }), seenBy: [] },
  { what: 'an account', name: 'account', at: () => ({ account: 'colleague' }), seenBy: iwates },
  { what: 'the ministry’s form', name: 'form', at: ({ form }) => ({ form }), seenBy: ['ministry'] },
  { what: 'a prefecture’s form', name: 'form', at: ({ ownForm: form }) => ({ form }), seenBy: iwates },
  {
    what: 'a document',
    name: 'document',
    at: ({ document, documentFile: file }) => ({ document, file }),
    seenBy: [...iwates, 'addressee'],
  },
  {
    what: 'a document that is being written',
    name: 'document',
    at: ({ draft: document, draftFile: file }) => ({ document, file }),
    seenBy: ['ministry'],
  },
  {
    what: 'a prefecture’s document',
    name: 'document',
    at: ({ ownDocument: document, ownDocumentFile: file }) => ({ document, file }),
    seenBy: iwates,
  },
  {
    what: 'a file of another document',
    name: 'file',
    at: ({ document, draftFile: file }) => ({ document, file }),
    seenBy: [],
  },
  { what: 'the ministry’s job', name: 'job', at: ({ nationalJob: job }) => ({ job }), seenBy: ['ministry'] },
  { what: 'a prefecture’s job', name: 'job', at: ({ ownJob: job }) => ({ job }), seenBy: iwates },
  {
    what: 'the ministry’s XLSForm that waits',
    name: 'reading',
    at: ({ reading }) => ({ reading }),
    seenBy: ['ministry'],
  },
  {
    what: 'a colleague’s XLSForm that waits',
    name: 'reading',
    at: ({ ownReading: reading }) => ({ reading }),
    seenBy: ['own'],
  },
  {
    what: 'a questionnaire as an XLSForm',
    name: 'reading',
    at: ({ questionnaire: reading }) => ({ reading }),
    seenBy: [],
  },
  {
    what: 'a questionnaire that waits',
    name: 'upload',
    at: ({ questionnaire: upload }) => ({ upload }),
    seenBy: ['clerk'],
  },
  { what: 'an XLSForm as a questionnaire', name: 'upload', at: ({ reading: upload }) => ({ upload }), seenBy: [] },
  { what: 'an announcement', name: 'announcement', at: ({ announcement }) => ({ announcement }), seenBy: ['ministry'] },
  { what: 'a list of people', name: 'list', at: ({ list, upload }) => ({ list, upload }), seenBy: ['ministry'] },
  { what: 'a file of people', name: 'upload', at: ({ list, upload }) => ({ list, upload }), seenBy: ['ministry'] },
  { what: 'an allocation', name: 'plan', at: ({ plan }) => ({ plan }), seenBy: ['ministry'] },
  { what: 'a partner', name: 'destination', at: () => ({}), seenBy: [] },
  { what: 'a colleague of a hospital', name: 'colleague', at: ({ colleague }) => ({ colleague }), seenBy: ['clerk'] },
];

/** A new document is kept at an address that its page thought up, so one that is taken cannot look free. */
const taken = ['POST /s/documents/{document}/edit'];

const roles: readonly Role[] = [...offices, 'clerk', 'neighbour', 'reader', 'addressee', 'nobody'];
const guarded = everyRoute.filter(({ action }) => action !== 'session.end' && action !== 'door.see');

let places: Places;
let visitors: ReadonlyMap<Role, Visitor>;

beforeAll(async () => {
  const place = await hiddenCountry();
  places = place.places;
  const desk = { ...place.country.desk, origin: 'https://renkei.example' };
  visitors = new Map(
    await Promise.all(
      roles.map(async (role) => [role, await visitorOf(desk, place.actors[role], everyRoute)] as const),
    ),
  );
});

/** What somebody is told, but for the name that was asked for and the ids that a page thinks up. */
const told = ({ status, location, html }: Seen, ...names: readonly string[]) => ({
  status,
  location,
  html: names.reduce((text, name) => text.replaceAll(name, '…'), html).replace(/id\d+/g, '…'),
});

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const usual = () => ({
  round: places.national,
  organisation: 'IWATE1',
  destination: 'IWATE1',
  file: 'f1',
  export: 'export03',
  section: 'capacity',
  question: 'places',
  column: 'from',
  version: '1',
  kind: 'request',
  format: 'xlsx',
});

test.each(hidden)('$what is to whoever may not see it as if it were not there', async ({ name, at, seenBy }) => {
  const real: Readonly<Record<string, string>> = { ...usual(), ...at(places) };
  const aimed = guarded.filter((route) => route.path.includes(`{${name}}`) && !taken.includes(nameOf(route)));
  expect(aimed.length).toBeGreaterThan(0);
  const different: unknown[] = [];
  for (const [role, who] of visitors) {
    if (seenBy.includes(role)) continue;
    for (const route of aimed) {
      const answer = (params: Readonly<Record<string, string>>) => {
        const path = route.path.replace(/\{(\w+)\}/g, (_, key) => params[key] ?? absent);
        return route.method === 'GET' ? who.get(path) : who.post(path, { confirm: 'yes', request: 'press' });
      };
      const [there, not] = [await answer(real), await answer({ ...real, [name]: absent })];
      const [a, b] = [told(there, real[name] ?? '', absent), told(not, real[name] ?? '', absent)];
      if (JSON.stringify(a) !== JSON.stringify(b)) different.push([role, nameOf(route), a.status, b.status]);
    }
  }
  expect(different).toEqual([]);
});

interface Named {
  readonly what: string;
  readonly method: 'GET' | 'POST';
  readonly path: (places: Places) => string;
  /** The field of the form or of the query that names it, and what stands there. */
  readonly field: string;
  readonly value: (places: Places) => string;
  readonly rest?: (places: Places) => Readonly<Record<string, string>>;
  readonly seenBy: readonly Role[];
}

const letter = { method: 'GET', path: () => '/s/notices/letter' } as const;
const mails = [
  { method: 'GET', path: () => '/s/notices' },
  letter,
  { method: 'POST', path: () => '/s/notices/resend' },
  { method: 'POST', path: () => '/s/notices/repeat' },
] as const;

/** Everything that is named in a form or a query and not seen by everybody. */
const named: readonly Named[] = [
  ...mails.flatMap((route): Named[] => [
    {
      ...route,
      what: 'the mails of a prefecture’s round',
      field: 'round',
      value: ({ ownRound }) => ownRound,
      rest: ({ ownMail }) => ({ notice: ownMail }),
      seenBy: iwates,
    },
    {
      ...route,
      what: 'the mails of a round',
      field: 'round',
      value: ({ national }) => national,
      rest: ({ nationalMail }) => ({ notice: nationalMail }),
      seenBy: offices,
    },
    {
      ...route,
      what: 'the mails of a document',
      field: 'round',
      value: ({ document }) => documentOutbox(document),
      seenBy: ['ministry'],
    },
    {
      ...route,
      what: 'the mails of a prefecture’s document',
      field: 'round',
      value: ({ ownDocument }) => documentOutbox(ownDocument),
      seenBy: iwates,
    },
    {
      ...route,
      what: 'the mails of an announcement',
      field: 'round',
      value: ({ announcement }) => announcementOutbox(announcement),
      seenBy: ['ministry'],
    },
  ]),
  {
    ...letter,
    what: 'a mail of a round',
    field: 'notice',
    value: ({ nationalMail }) => nationalMail,
    rest: ({ national }) => ({ round: national }),
    seenBy: ['ministry'],
  },
  ...(['GET', 'POST'] as const).flatMap((method): Named[] => [
    {
      what: 'a prefecture’s form as what to ask',
      method,
      path: () => '/s/rounds/new',
      field: 'form',
      value: ({ ownForm }) => `${ownForm}@1`,
      seenBy: iwates,
    },
    {
      what: 'a prefecture’s form as what to begin from',
      method,
      path: () => '/s/forms/new',
      field: 'start',
      value: ({ ownForm }) => `${ownForm}@1`,
      rest: () => ({ title: '写し', request: 'copy' }),
      seenBy: iwates,
    },
    {
      what: 'a prefecture’s document as what is corrected',
      method,
      path: () => (method === 'GET' ? '/s/documents/new' : '/s/documents/fresh/edit'),
      field: 'corrects',
      value: ({ ownDocument }) => ownDocument,
      seenBy: iwates,
    },
    {
      what: 'a draft of a document as what is corrected',
      method,
      path: () => (method === 'GET' ? '/s/documents/new' : '/s/documents/fresh/edit'),
      field: 'corrects',
      value: ({ draft }) => draft,
      seenBy: ['ministry'],
    },
  ]),
  {
    what: 'an answer among those to approve',
    method: 'POST',
    path: ({ national }) => `/s/rounds/${national}/approve`,
    field: 'answer',
    value: () => 'IWATE1@1',
    seenBy: iwates,
  },
  {
    what: 'another prefecture’s hospital as what another goes on in',
    method: 'POST',
    path: () => '/s/organisations/MIYAGI1/merge',
    field: 'into',
    value: () => 'IWATE1',
    rest: () => ({ confirm: 'yes', request: 'merge' }),
    seenBy: iwates,
  },
  {
    what: 'another prefecture’s address',
    method: 'POST',
    path: () => '/s/unreachable',
    field: 'organisation',
    value: () => 'IWATE1',
    rest: () => ({ email: 'kenshu@iwate1.example', reason: '復旧' }),
    seenBy: iwates,
  },
  {
    what: 'another prefecture’s hospital as one to ask',
    method: 'POST',
    path: () => '/s/rounds/new',
    field: 'organisations',
    value: () => 'MIYAGI1',
    rest: ({ ownForm }) => ({ form: `${ownForm}@1`, asks: 'chosen', title: '管内の調査', request: 'chosen' }),
    seenBy: ['ministry', 'other'],
  },
];

test.each(named)('$what, named at $method with $field, is as if it were not there', async (one) => {
  const different: unknown[] = [];
  for (const [role, who] of visitors) {
    if (one.seenBy.includes(role)) continue;
    const answer = (value: string) => {
      const fields = { ...one.rest?.(places), [one.field]: value };
      const path = one.path(places);
      return one.method === 'GET' ? who.get(`${path}?${new URLSearchParams(fields)}`) : who.post(path, fields);
    };
    const real = one.value(places);
    const stand = real.includes('@') ? `${absent}@1` : absent;
    const names = [real, stand, real.replace('@1', ''), absent];
    const [a, b] = [told(await answer(real), ...names), told(await answer(stand), ...names)];
    if (JSON.stringify(a) !== JSON.stringify(b)) different.push([role, a.status, b.status]);
  }
  expect(different).toEqual([]);
});
