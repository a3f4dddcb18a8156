import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, nobody } from '#lib/core/permission/actor.ts';
import { fileText } from '#lib/core/survey/file-answer.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { distributionKeys } from '#lib/store/distribution-keys.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { inviteStaff } from '#lib/usecases/accounts/invite-staff.ts';
import { orderExport } from '#lib/usecases/exports/order-export.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { publishForm } from '#lib/usecases/forms/publish-form.ts';
import { startReading } from '#lib/usecases/handed-file.ts';
import { draftAnnouncement, drafted } from '#test/support/drafted-announcement.ts';
import { sentDocument, typedDocument } from '#test/support/sent-document.ts';
import { ministry, iwate as own, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { smallForm } from '#test/support/small-form.ts';
import { hospitalRoutes, staffRoutes } from './every-route.ts';
import { triedPlan } from './planning/tried-plan.ts';
import { clerkOf, openedRound, submitted } from './staff/open-round.ts';
import { type Seen, type Visitor, visitor, visitorOf } from './staff/visit.ts';

type Role = 'ministry' | 'own' | 'other' | 'clerk' | 'reader' | 'nobody';

const everybody: readonly Role[] = ['ministry', 'own', 'other', 'clerk', 'reader', 'nobody'];
const offices: readonly Role[] = ['ministry', 'own', 'other'];

/** Who may open what: `own` is the staff of the prefecture to which the answer, hospital or account belongs, `other` another's. */
const expected: Readonly<Record<string, readonly Role[]>> = {
  'GET /s': offices,
  'GET /s/home': offices,
  'POST /s/sign-out': everybody,
  'GET /s/rounds': offices,
  'GET /s/rounds/new': offices,
  'POST /s/rounds/new': ['ministry'],
  'GET /s/rounds/{round}': offices,
  'GET /s/rounds/{round}/preview': ['ministry'],
  'GET /s/rounds/{round}/plan': ['ministry'],
  'POST /s/rounds/{round}/plan': ['ministry'],
  'POST /s/rounds/{round}/open': ['ministry'],
  'POST /s/rounds/{round}/check': ['ministry'],
  'POST /s/rounds/{round}/cancel': ['ministry'],
  'POST /s/rounds/{round}/extend': ['ministry'],
  'POST /s/rounds/{round}/end': ['ministry'],
  'POST /s/rounds/{round}/stop': ['ministry'],
  'POST /s/rounds/{round}/reopen': ['ministry'],
  'GET /s/rounds/{round}/release': ['ministry'],
  'POST /s/rounds/{round}/release': ['ministry'],
  'POST /s/rounds/{round}/release/propose': ['ministry'],
  'POST /s/rounds/{round}/release/withdraw': ['ministry'],
  'GET /s/rounds/{round}/update': ['ministry'],
  'POST /s/rounds/{round}/update': ['ministry'],
  'POST /s/rounds/{round}/update/propose': ['ministry'],
  'POST /s/rounds/{round}/update/withdraw': ['ministry'],
  'GET /s/rounds/{round}/answers': offices,
  'POST /s/rounds/{round}/approve': ['own', 'other'],
  'GET /s/rounds/{round}/answers/{organisation}': ['ministry', 'own'],
  'POST /s/rounds/{round}/answers/{organisation}/return': ['own'],
  'POST /s/rounds/{round}/answers/{organisation}/approve': ['own'],
  'POST /s/rounds/{round}/answers/{organisation}/waive': ['ministry', 'own'],
  'POST /s/rounds/{round}/answers/{organisation}/correction': ['ministry'],
  'POST /s/rounds/{round}/answers/{organisation}/correction/end': ['ministry'],
  'GET /s/rounds/{round}/reminders': ['ministry'],
  'POST /s/rounds/{round}/reminders/now': ['ministry'],
  'POST /s/rounds/{round}/reminders/pause': ['ministry'],
  'POST /s/rounds/{round}/reminders/resume': ['ministry'],
  'GET /s/rounds/{round}/answers/{organisation}/hand-over': ['ministry', 'own'],
  'POST /s/rounds/{round}/answers/{organisation}/hand-over': ['ministry', 'own'],
  'GET /s/letters': ['ministry'],
  'GET /s/letters/{kind}': ['ministry'],
  'POST /s/letters/{kind}': ['ministry'],
  'GET /s/notices/letter': ['ministry'],
  'POST /s/notices/repeat': ['ministry'],
  'GET /s/announcements': ['ministry'],
  'GET /s/announcements/new': ['ministry'],
  'GET /s/announcements/{announcement}': ['ministry'],
  'GET /s/announcements/{announcement}/report': ['ministry'],
  'GET /s/announcements/{announcement}/edit': ['ministry'],
  'POST /s/announcements/{announcement}/edit': ['ministry'],
  'POST /s/announcements/{announcement}/segment': ['ministry'],
  'POST /s/announcements/{announcement}/trial': ['ministry'],
  'POST /s/announcements/{announcement}/schedule': ['ministry'],
  'POST /s/announcements/{announcement}/unschedule': ['ministry'],
  'POST /s/announcements/{announcement}/pause': ['ministry'],
  'POST /s/announcements/{announcement}/resume': ['ministry'],
  'POST /s/announcements/{announcement}/end': ['ministry'],
  'GET /s/documents': offices,
  'GET /s/documents/new': offices,
  'GET /s/documents/{document}': ['ministry', 'own'],
  'GET /s/documents/{document}/openings': ['ministry', 'own'],
  'GET /s/documents/{document}/edit': ['ministry'],
  'POST /s/documents/{document}/edit': ['ministry'],
  'GET /s/documents/{document}/files': ['ministry'],
  'POST /s/documents/{document}/files': ['ministry'],
  'GET /s/documents/{document}/files/{file}': ['ministry', 'own'],
  'POST /s/documents/{document}/files/{file}': ['own'],
  'POST /s/documents/{document}/files/{file}/remove': ['ministry'],
  'POST /s/documents/{document}/send': ['ministry'],
  'POST /s/documents/{document}/schedule': ['ministry'],
  'POST /s/documents/{document}/unschedule': ['ministry'],
  'POST /s/documents/{document}/discard': ['ministry'],
  'POST /s/documents/{document}/withdraw': ['ministry'],
  'POST /s/documents/{document}/chase': ['ministry', 'own'],
  'GET /s/recipients': ['ministry'],
  'POST /s/recipients': ['ministry'],
  'GET /s/recipients/{list}': ['ministry'],
  'POST /s/recipients/{list}': ['ministry'],
  'POST /s/recipients/{list}/forget': ['ministry'],
  'GET /s/recipients/{list}/uploads/{upload}': ['ministry'],
  'POST /s/recipients/{list}/uploads/{upload}': ['ministry'],
  'GET /s/unreachable': offices,
  'POST /s/unreachable': offices,
  'GET /s/rounds/{round}/answers/{organisation}/telephone': ['own'],
  'GET /s/rounds/{round}/answers/{organisation}/telephone/sections/{section}': ['own'],
  'POST /s/rounds/{round}/answers/{organisation}/telephone/sections/{section}': ['own'],
  'GET /s/rounds/{round}/answers/{organisation}/telephone/check': ['own'],
  'POST /s/rounds/{round}/answers/{organisation}/telephone/submit': ['own'],
  'GET /s/rounds/{round}/answers/{organisation}/files/{file}': ['ministry', 'own'],
  'GET /s/rounds/{round}/exports': offices,
  'POST /s/rounds/{round}/exports': offices,
  'POST /s/rounds/{round}/exports/{export}/{file}': ['ministry', 'own'],
  'GET /s/organisations/import': ['ministry'],
  'POST /s/organisations/import': ['ministry'],
  'GET /s/organisations/import/{job}': ['ministry'],
  'POST /s/organisations/import/{job}': ['ministry'],
  'POST /s/organisations/import/{job}/give-up': ['ministry'],
  'GET /s/organisations': offices,
  'GET /s/organisations/{organisation}': ['ministry', 'own'],
  'POST /s/organisations/{organisation}/merge': ['ministry', 'own'],
  'POST /s/organisations/{organisation}/part': ['ministry', 'own'],
  'GET /s/jobs/{job}': ['ministry'],
  'GET /s/notices': offices,
  'POST /s/notices/resend': ['ministry'],
  'GET /s/audit': ['ministry'],
  'GET /s/planning': ['ministry'],
  'GET /s/planning/areas': ['ministry'],
  'GET /s/planning/exposure': ['ministry'],
  'GET /s/planning/allocation': ['ministry'],
  'POST /s/planning/allocation': ['ministry'],
  'GET /s/planning/allocation/{plan}': ['ministry'],
  'GET /s/forms/new': offices,
  'POST /s/forms/new': offices,
  'GET /s/forms/import': offices,
  'POST /s/forms/import': offices,
  'GET /s/forms/{form}': ['ministry'],
  'POST /s/forms/{form}': ['ministry'],
  'GET /s/forms/{form}/name': ['ministry'],
  'POST /s/forms/{form}/name': ['ministry'],
  'GET /s/forms/{form}/sections/new': ['ministry'],
  'POST /s/forms/{form}/sections/new': ['ministry'],
  'GET /s/forms/{form}/sections/{section}': ['ministry'],
  'POST /s/forms/{form}/sections/{section}': ['ministry'],
  'GET /s/forms/{form}/sections/{section}/add': ['ministry'],
  'POST /s/forms/{form}/sections/{section}/add': ['ministry'],
  'GET /s/forms/{form}/sections/{section}/when': ['ministry'],
  'POST /s/forms/{form}/sections/{section}/when': ['ministry'],
  'GET /s/forms/{form}/questions/{question}': ['ministry'],
  'POST /s/forms/{form}/questions/{question}': ['ministry'],
  'GET /s/forms/{form}/questions/{question}/add': ['ministry'],
  'POST /s/forms/{form}/questions/{question}/add': ['ministry'],
  'GET /s/forms/{form}/questions/{question}/when': ['ministry'],
  'POST /s/forms/{form}/questions/{question}/when': ['ministry'],
  'GET /s/forms/{form}/questions/{question}/columns/{column}': ['ministry'],
  'GET /s/forms/{form}/questions/{question}/columns/{column}/when': ['ministry'],
  'POST /s/forms/{form}/questions/{question}/columns/{column}': ['ministry'],
  'POST /s/forms/{form}/questions/{question}/columns/{column}/when': ['ministry'],
  'GET /s/forms/{form}/preview/{section}': ['ministry'],
  'POST /s/forms/{form}/preview/{section}': ['ministry'],
  'GET /s/forms': offices,
  'GET /s/forms/import/{reading}': ['ministry'],
  'POST /s/forms/import/{reading}': ['ministry'],
  'POST /s/forms/import/{reading}/dismiss': ['ministry'],
  'GET /s/forms/{form}/versions/{version}': ['ministry'],
  'GET /s/forms/{form}/preview': ['ministry'],
  'GET /s/forms/{form}/publish': ['ministry'],
  'POST /s/forms/{form}/publish': ['ministry'],
  'GET /s/forms/{form}/xlsform': ['ministry'],
  'GET /s/forms/{form}/openapi': ['ministry'],
  'GET /s/accounts': offices,
  'POST /s/accounts': ['ministry', 'own', 'other'],
  'POST /s/accounts/{account}/invite': ['ministry', 'own'],
  'POST /s/accounts/{account}/revoke': ['ministry', 'own'],
};

/** A form with a section, a table and a column, for the places in addresses. */
const tabled: Form = {
  ...smallForm,
  sections: smallForm.sections.map((section) => ({
    ...section,
    questions: [
      ...section.questions,
      ...(section.id === 'capacity'
        ? [
            {
              kind: 'table' as const,
              id: 'periods',
              label: '時期',
              rowLabel: '時期',
              minRows: 0,
              maxRows: 3,
              columns: [{ kind: 'date' as const, id: 'from', label: '開始日' }],
            },
          ]
        : []),
    ],
  })),
};

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

let country: SmallCountry;
let round: string;
let visitors: Readonly<Record<Role, Visitor>>;
let places: Readonly<Record<string, string>>;

const actors = (): Readonly<Record<Role, Actor>> => ({
  ministry,
  own,
  other: { kind: 'prefecture', id: 'p2', name: '宮城 次郎', prefecture: '04' },
  clerk: clerkOf(round, 'IWATE1'),
  reader: {
    kind: 'hospital',
    organisation: 'TOKYO1',
    prefecture: '13',
    round,
    purpose: 'list',
    name: '連携元',
  },
  nobody,
});

/** What an address needs behind its path. */
const queryOf = (path: string) =>
  path === '/s/notices/letter' ? `?${new URLSearchParams({ round, notice: places.notice ?? '' })}` : '';
/** What an act's form says of whose or what it is, where the path does not. */
const fieldsOf = (path: string) => {
  if (path.endsWith('/add')) return { ':kind': 'text' };
  return path.startsWith('/s/notices/') ? { round } : {};
};
const addressOf = (path: string) => path.replace(/\{(\w+)\}/g, (_, name) => places[name] ?? 'none') + queryOf(path);
const call = (who: Visitor, { method, path }: { method: string; path: string }, fields = {}): Promise<Seen> =>
  method === 'GET' ? who.get(addressOf(path)) : who.post(addressOf(path), { ...fieldsOf(path), ...fields });
const isDenied = ({ status, location }: Seen) => [401, 403, 404].includes(status) || location === '/s/sign-in';

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  await submitted(country, round, 'IWATE1', 3);
  const invited = await inviteStaff(country.desk, ministry, { name: '岩手 三郎', office: '03', request: 'colleague' });
  if (!invited.ok) throw new Error('no colleague');
  const form = await createForm(country.desk, ministry, {
    title: '臨時の調査',
    start: tabled,
    from: 'small',
    request: 'made',
  });
  if (!form.ok) throw new Error('no form');
  await publishForm(country.desk, ministry, { form: form.value, draft: 1, request: 'published' });
  const file = fileText({ id: 'f1', kind: 'pdf', bytes: 5, name: '案内.pdf' });
  const draft = { section: 'papers', values: { papers: [file] }, version: 1, savedAt: country.desk.world.now() };
  await country.desk.table.putAll([rows.draft.item({ ...draft, savedBy: '', round, organisation: 'IWATE1' })]);
  await country.desk.files.put(fileKeys.upload('IWATE1', 'f1'), { bytes: new Uint8Array(5), type: 'application/pdf' });
  const order = { shape: 'wide', choice: 'all', format: 'xlsx', prefecture: '03' } as const;
  await orderExport(country.desk, own, { round, order, request: 'export1' });
  await draftAnnouncement(country.desk);
  const iwateOnly = { ...typedDocument(country).audience, prefectures: ['03'] };
  const document = await sentDocument(country, ministry, { audience: iwateOnly });
  await country.desk.table.write({ update: distributionKeys.distribution(document), set: { files: [file] } });
  await country.desk.files.put(fileKeys.document(document, 'f1'), {
    bytes: new Uint8Array(5),
    type: 'application/pdf',
  });
  const reads = { kind: 'read-form' } as const;
  const handed = { name: 'form.xlsx', bytes: new Uint8Array(9) };
  const reading = await startReading(country.desk, ministry, reads, handed);
  const item = await country.desk.table.get(keys.round(round));
  places = {
    round,
    organisation: 'IWATE1',
    account: 'colleague',
    kind: 'request',
    job: String(item?.job),
    ...drafted,
    document,
    reading: reading.id,
    export: 'export1',
    section: 'capacity',
    destination: 'IWATE1',
    form: form.value,
    version: '1',
    plan: await triedPlan(country),
    question: 'periods',
    notice: String(country.all().find(({ pk }) => pk === `OUT#${round}`)?.id),
    column: 'from',
    file: 'f1',
  };
  const all = actors();
  visitors = {
    ministry: await visitor(country, all.ministry),
    own: await visitor(country, all.own),
    other: await visitor(country, all.other),
    clerk: await visitor(country, all.clerk),
    reader: await visitor(country, all.reader),
    nobody: await visitor(country, all.nobody),
  };
});

describe('the staff’s sites', () => {
  test('has a line here for every route, and none too many', () => {
    expect(Object.keys(expected).sort()).toEqual(staffRoutes.map(nameOf).sort());
  });

  const shown = staffRoutes.filter(({ action }) => action !== 'session.end');
  for (const role of everybody) {
    test(`opens for ${role} exactly what it may`, async () => {
      const opened: string[] = [];
      for (const route of shown) {
        if (!isDenied(await call(visitors[role], route))) opened.push(nameOf(route));
      }
      expect(opened).toEqual(shown.map(nameOf).filter((name) => expected[name]?.includes(role)));
    });
  }

  test('finds what it opens: nobody is let in to a page that is not there', async () => {
    for (const route of shown.filter(({ method }) => method === 'GET')) {
      expect([nameOf(route), (await call(visitors.ministry, route)).status]).not.toContain(404);
    }
  });

  test('never shows a prefecture another’s hospitals, on any page', async () => {
    for (const route of shown) {
      const { html } = await call(visitors.other, route, { answer: ['IWATE1@1'], request: 'r1' });
      expect([nameOf(route), html.includes('架空IWATE')]).toEqual([nameOf(route), false]);
    }
    for (const path of [
      `/s/rounds/${round}/answers?prefecture=03`,
      '/s/organisations?prefecture=03',
      '/s/accounts?prefecture=03',
    ]) {
      expect([path, (await visitors.other.get(path)).status]).toEqual([path, 403]);
    }
  });

  test('takes no post without the session’s token', async () => {
    for (const route of shown.filter(({ method }) => method === 'POST')) {
      for (const csrf of ['', 'forged']) {
        expect([nameOf(route), (await call(visitors.ministry, route, { csrf })).status]).toEqual([nameOf(route), 403]);
      }
    }
  });
});

describe('the hospitals’ sites', () => {
  const guarded = hospitalRoutes.filter(({ action }) => action !== 'door.see' && action !== 'session.end');

  test('has routes that are guarded', () => {
    expect(guarded.length).toBeGreaterThan(0);
  });

  test('opens none of them for staff, strangers or the link of another round', async () => {
    const elsewhere = clerkOf('koiki-r9-other', 'IWATE1');
    for (const actor of [ministry, own, nobody, elsewhere]) {
      const who = await visitorOf(country.desk, actor, hospitalRoutes);
      for (const route of guarded) {
        const seen = await call(who, route);
        expect([nameOf(route), actor.kind, isDenied(seen)]).toEqual([nameOf(route), actor.kind, true]);
        expect(seen.html).not.toContain('架空IWATE');
      }
    }
  });
});
