import { beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '#lib/core/notices/notice.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { orderExport } from '#lib/usecases/exports/order-export.ts';
import { letterOf } from '#lib/usecases/letter-of.ts';
import { answersOf, noticesOf, readRound } from '#lib/usecases/read-round.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { staffRoutes } from './every-route.ts';
import { openedRound, submitted } from './staff/open-round.ts';
import { postedRound, publishedForm, typedRound } from './staff/own-form.ts';
import { type Seen, type Visitor, visitor } from './staff/visit.ts';

const miyagi: Actor = { kind: 'prefecture', id: 'p2', name: '宮城 次郎', prefecture: '04' };

let country: SmallCountry;
let office: Visitor;
let other: Visitor;
let centre: Visitor;
/** 岩手's form, and the ministry's, both published. */
let form: string;
let ministrys: string;

beforeEach(async () => {
  country = await smallCountry();
  office = await visitor(country, iwate);
  other = await visitor(country, miyagi);
  centre = await visitor(country, ministry);
  form = await publishedForm(country, iwate, { title: '岩手の調査票', request: 'own' });
  ministrys = await publishedForm(country, ministry, { title: '国の調査票', request: 'nation' });
});

const typed = (more?: Parameters<typeof typedRound>[2]) => typedRound(country, form, more);
const prepared = (more?: Parameters<typeof typed>[0]) => postedRound(office, typed(more));

async function opened(): Promise<string> {
  const round = await prepared();
  const sent = await office.post(`/s/rounds/${round}/open`, { asked: '3', confirm: 'yes' });
  expect(sent.location).toMatch(/^\/s\/jobs\//);
  expect((await office.get(sent.location ?? '')).status).toBe(200);
  await country.runJobs();
  return round;
}

const isDenied = ({ status }: Seen) => status === 403 || status === 404;

describe('a form of a prefecture', () => {
  test('is listed to its own prefecture and the ministry, and the ministry’s published ones may be copied', async () => {
    expect((await office.get('/s/forms')).html).toContain(`/s/forms/${form}"`);
    expect((await office.get('/s/forms')).html).toContain('「国の調査票」（第1版）の写しから作る');
    expect((await other.get('/s/forms')).html).not.toContain('岩手の調査票');
    expect((await other.get('/s/forms/new')).html).not.toContain('岩手の調査票');
    expect((await centre.get('/s/forms')).html).toContain(`/s/forms/${form}/preview">岩手の調査票</a>（岩手県）`);
    const copy = await other.post('/s/forms/new', { title: '写し', start: `${ministrys}@1`, request: 'copy' });
    expect((await other.get(copy.location ?? '')).html).toContain('受入可能人数');
    expect((await office.get('/s/forms')).html).not.toContain('写し</a>');
  });

  test('is composed and published by its own prefecture, and only read by the ministry', async () => {
    expect((await office.get(`/s/forms/${form}`)).status).toBe(200);
    expect((await office.get(`/s/forms/${form}/publish`)).status).toBe(200);
    expect((await centre.get(`/s/forms/${form}/preview`)).status).toBe(200);
    expect((await centre.get(`/s/forms/${form}`)).status).toBe(403);
    expect((await centre.post(`/s/forms/${form}/publish`)).status).toBe(403);
    expect((await office.get(`/s/forms/${ministrys}`)).status).toBe(404);
  });

  test('stays with its owner through every save, and one stored without an owner is the ministry’s', async () => {
    await office.post(`/s/forms/${form}`, { act: `duplicate:question:places`, version: '2' });
    expect((await country.desk.table.get(keys.form(form)))?.owner).toBe('03');
    expect((await country.desk.table.get(keys.form(ministrys)))?.owner).toBeUndefined();
  });
});

describe('a round of a prefecture’s form', () => {
  test('asks that prefecture’s hospitals only, whatever is posted, under the office that it names', async () => {
    const forged = await prepared({ prefectures: ['13', '04'], request: 'forged' });
    const round = await opened();
    expect((await readRound(country.desk, forged))?.audience?.prefectures).toEqual(['03']);
    expect((await answersOf(country.desk, round)).map(({ prefecture }) => prefecture)).toEqual(['03', '03', '03']);
    const mails = country.all().filter(({ pk }) => pk === `OUT#${round}`);
    expect(mails.map(({ organisation }) => organisation).sort()).toEqual(['IWATE1', 'IWATE2', 'IWATE3']);
    const [mail] = country.all().filter(({ pk }) => pk === `OUT#${round}`);
    const notice = { ...rows.notice.read(mail ?? { pk: '', sk: '' }), kind: 'request' } as const;
    const { letter } = await letterOf(country.desk, notice, 'https://renkei.example', country.desk.world.now());
    expect(letter.text).toContain('岩手県医療政策室の「管内の調査」へのご回答');
    expect(letter.text).toContain('電話 019-000-0000');
    expect(letter.text).not.toContain('広域連携');
  });

  test('asks single hospitals of that prefecture, and finds no other', async () => {
    const found = await office.post('/s/rounds/new', typed({ act: 'find', 'find-prefecture': '13' }));
    expect(found.html).toContain('架空IWATE1病院');
    expect(found.html).not.toContain('架空TOKYO');
    const refused = await office.post('/s/rounds/new', typed({ asks: 'chosen', organisations: ['IWATE1', 'TOKYO1'] }));
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('聞けない病院')]);
    expect(refused.html).not.toContain('架空TOKYO');
    const round = await prepared({ asks: 'chosen', organisations: ['IWATE2'] });
    expect((await office.get(`/s/rounds/${round}/preview`)).html).toContain('依頼先の病院と理由（1病院）');
  });

  test('is steered from preparing to the end by its prefecture, and read by the ministry', async () => {
    const round = await opened();
    await submitted(country, round, 'IWATE1', 3);
    const at = `/s/rounds/${round}`;
    expect((await office.get('/s/home')).html).toContain('管内の調査');
    expect((await centre.get('/s/home')).html).not.toContain('管内の調査');
    expect((await centre.get('/s/rounds')).html).toContain('管内の調査</a>（岩手県）');
    for (const who of [office, centre]) {
      for (const page of [at, `${at}/answers`, `${at}/answers/IWATE1`, `${at}/exports`]) {
        expect([page, (await who.get(page)).status]).toEqual([page, 200]);
      }
    }
    const due = { 'due-year': '2027', 'due-month': '2', 'due-day': '5' };
    for (const [act, fields] of [
      ['extend', due],
      ['reminders/pause', {}],
      ['reminders/resume', {}],
      ['stop', { 'stop-reason': '確認中' }],
      ['reopen', {}],
      ['end', { 'end-confirm': 'yes' }],
    ] as const) {
      expect([act, (await centre.post(`${at}/${act}`, fields)).status]).toEqual([act, 403]);
      expect([act, (await office.post(`${at}/${act}`, fields)).status]).toEqual([act, 303]);
    }
    expect((await readRound(country.desk, round))?.state).toBe('ended');
    const correction = `${at}/answers/IWATE1/correction`;
    const wish = { 'correction-reason': '人数の誤り', 'correction-due-year': '2027-02-26', request: 'c1' };
    expect((await centre.post(correction, wish)).status).toBe(403);
    expect((await office.get(`${at}/answers/IWATE1`)).html).toContain('終了後の修正を認める');
    expect((await centre.get(`${at}/answers/IWATE1`)).html).not.toContain('終了後の修正を認める');
    expect((await office.post(correction, wish)).status).toBe(303);
  });

  test('shows its mails to its own prefecture, which sends them again, and to the ministry, which only reads', async () => {
    const round = await opened();
    const national = await openedRound(country);
    const [mail] = await noticesOf(country.desk, round);
    const [theirs] = await noticesOf(country.desk, national);
    if (!mail || !theirs) throw new Error('no mails');
    await country.desk.table.write({
      put: rows.notice.item({ ...mail, state: 'unknown', reason: '確かめられません' }),
    });
    const list = `/s/notices?${new URLSearchParams({ round, state: 'unknown' })}`;
    const letterOfMail = (one: Notice) =>
      `/s/notices/letter?${new URLSearchParams({ round: one.round, notice: one.id })}`;
    const press = { round, notice: mail.id, request: 'again1' };

    const seen = await office.get(list);
    expect(seen.html).toContain('管内の調査');
    expect(seen.html).toContain('action="/s/notices/resend"');
    expect(seen.html).not.toContain('/s/letters');
    expect((await office.get('/s/home')).html).toContain('href="/s/notices"');
    expect((await centre.get(list)).html).toContain('管内の調査');
    expect((await centre.get(list)).html).not.toContain('action="/s/notices/resend"');
    const foreign = await other.get(list);
    expect([foreign.status, foreign.html]).toEqual([200, expect.not.stringMatching(/管内の調査|架空IWATE|受入調査/)]);
    expect((await office.get(`/s/notices?round=${national}`)).html).not.toContain('受入調査');

    for (const [who, status] of [
      [office, 200],
      [centre, 200],
      [other, 404],
    ] as const)
      expect((await who.get(letterOfMail(mail))).status).toBe(status);
    expect((await office.get(letterOfMail(theirs))).status).toBe(403);

    for (const act of ['resend', 'repeat']) {
      expect((await centre.post(`/s/notices/${act}`, press)).status).toBe(403);
      expect((await other.post(`/s/notices/${act}`, press)).status).toBe(404);
      for (const query of ['', `?round=${round}`])
        expect((await office.post(`/s/notices/${act}${query}`, { ...press, round: national })).status).toBe(403);
    }
    expect((await noticesOf(country.desk, round)).find(({ id }) => id === mail.id)?.state).toBe('unknown');
    expect((await office.post('/s/notices/resend', press)).location).toContain('done=resent');
    expect((await noticesOf(country.desk, round)).find(({ id }) => id === mail.id)?.state).toBe('pending');
  });

  test('opens none of its pages or acts to another prefecture, by any route, and gives nothing away', async () => {
    const round = await opened();
    await submitted(country, round, 'IWATE1', 3);
    const waiting = await prepared({ request: 'r2' });
    const order = { shape: 'wide', choice: 'all', format: 'xlsx', prefecture: '03' } as const;
    await orderExport(country.desk, iwate, { round, order, request: 'export1' });
    const job = String((await country.desk.table.get(keys.round(round)))?.job);
    const before = country.all().filter(({ pk }) => !pk.startsWith('SESSION'));
    const places: Readonly<Record<string, string>> = {
      form,
      job,
      organisation: 'IWATE1',
      section: 'capacity',
      question: 'places',
      column: 'from',
      export: 'export1',
      file: 'f1',
    };
    const aimed = staffRoutes.filter(({ path }) => /\{(round|form|job)\}/.test(path) && !path.includes('import'));
    expect(aimed.length).toBeGreaterThan(60);
    for (const { method, path } of aimed) {
      for (const aim of [round, waiting]) {
        const at = path.replace(/\{(\w+)\}/g, (_, name) => (name === 'round' ? aim : (places[name] ?? 'none')));
        const seen = await (method === 'GET' ? other.get(at) : other.post(at, { prefecture: '04', confirm: 'yes' }));
        expect([method, at, isDenied(seen)]).toEqual([method, at, true]);
        expect([at, /岩手の調査票|管内の調査|架空IWATE/.test(seen.html)]).toEqual([at, false]);
      }
    }
    for (const seen of [
      await other.get(`/s/rounds/new?form=${form}@1`),
      await other.post('/s/rounds/new', typed({ request: 'r3' })),
      await other.post(
        '/s/rounds/new',
        typed({ form: '', survey: `koiki/${country.edition.id}/small`, request: 'r4' }),
      ),
      await other.post('/s/rounds/new', typed({ form: `${ministrys}@1`, request: 'r5' })),
      await other.post('/s/forms/new', { title: '写し', start: `${form}@1`, request: 'r6' }),
    ]) {
      expect(isDenied(seen)).toBe(true);
    }
    for (const list of ['/s/rounds', '/s/forms', '/s/home', '/s/rounds/new', '/s/forms/new']) {
      expect([list, (await other.get(list)).html]).toEqual([
        list,
        expect.not.stringMatching(/岩手の調査票|管内の調査/),
      ]);
    }
    expect(country.all().filter(({ pk }) => !pk.startsWith('SESSION'))).toEqual(before);
  });

  test('is not seen by the ministry before it is sent, and the ministry asks no form of a prefecture', async () => {
    const round = await prepared();
    expect((await centre.get(`/s/rounds/${round}/preview`)).status).toBe(404);
    expect((await centre.get('/s/rounds')).html).not.toContain('管内の調査');
    expect((await centre.get('/s/rounds/new')).html).not.toContain('岩手の調査票');
    expect((await centre.post('/s/rounds/new', typed({ request: 'r7' }))).status).toBe(403);
  });
});
