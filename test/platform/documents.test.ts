import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '#functions/site/cookie.ts';
import { demoDesk } from '#infra/local/demo/demo-desk.ts';
import { koiki } from '#lib/programs/koiki/program.ts';
import { rows } from '#lib/store/rows.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { carried, shown, type Visited, visitor } from '../../bench/visitor.ts';
import { startRenkei, type TestPlatform } from '../support/platform.ts';
import { offices, pdf } from '../support/sent-document.ts';
import { ministry } from '../support/small-country.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startRenkei({ clock: '2026-12-01T01:00:00.000Z' });
  await demoDesk(platform.admin).table.putAll(offices.map((one) => rows.organisation.item(one)));
});
afterAll(() => platform.stop());

const mails = () => platform.inbox.to('ishi@pref03.example');

test('a document goes out on its day and hour, each step by the role of the function that does it', async () => {
  const { origin } = platform;
  const signIn = async () => sessionCookie(await openSession(demoDesk(platform.admin), ministry));
  const cookie = await signIn();
  let office = visitor(origin, cookie);

  const blank = shown(await office.get('/s/documents/new'));
  const id = /action="\/s\/documents\/([^/]+)\/edit"/.exec(blank.body)?.[1] ?? '';
  const saved = await office.post(`/s/documents/${id}/edit`, [
    ...carried(blank, 'csrf', 'seen'),
    ['title', 'QA集の送付'],
    ['note', 'QA集を送ります。'],
    ['officeName', '医事課'],
    ['officeTelephone', '03-0000-0000'],
    ['scheme', `${koiki.id}/${koiki.editions.at(-1)?.id}`],
    ['roles', 'office'],
  ]);
  expect(saved.location).toBe(`/s/documents/${id}/files?done=saved`);
  const attaching = shown(await office.get(saved.location));
  const form = new FormData();
  for (const [name, value] of carried(attaching, 'csrf')) form.append(name, value);
  form.append('files', new Blob([Buffer.from(pdf)], { type: 'application/pdf' }), 'QA集.pdf');
  const attached = await fetch(new URL(`/s/documents/${id}/files`, origin), {
    method: 'POST',
    body: form,
    headers: { cookie: cookie.split(';')[0] ?? '', origin },
    redirect: 'manual',
  });
  expect(attached.headers.get('location')).toMatch(/done=attached/);

  const schedule = async (day: string, time: string): Promise<Visited> => {
    const page = shown(await office.get(`/s/documents/${id}`));
    const typed = [...carried(page, 'csrf', 'seen', 'version'), ['day', day], ['time', time]] as const;
    return office.post(`/s/documents/${id}/schedule`, typed);
  };
  expect((await schedule('2026年12月1日', '18:30')).location).toBe(`/s/documents/${id}?done=scheduled`);
  const scheduled = shown(await office.get(`/s/documents/${id}`));
  const taken = await office.post(`/s/documents/${id}/unschedule`, carried(scheduled, 'csrf'));
  expect(taken.location).toBe(`/s/documents/${id}?done=unscheduled`);
  await platform.clock.advanceTo('2026-12-02T00:00:00.000Z');
  office = visitor(origin, await signIn());
  expect(mails()).toHaveLength(0);

  expect((await schedule('2026年12月3日', '9:30')).location).toBe(`/s/documents/${id}?done=scheduled`);
  await platform.clock.advanceTo('2026-12-03T00:29:00.000Z');
  expect(mails()).toHaveLength(0);
  await platform.clock.advanceTo('2026-12-03T00:45:00.000Z');
  const [mail, ...more] = mails();
  expect(more).toEqual([]);

  const code = /\/d\/open#([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const reader = visitor(origin);
  const door = shown(await reader.get('/d/open'));
  const opened = await reader.post('/d/open', [...carried(door, 'csrf'), ['code', code]]);
  expect(opened.location).toBe(`/d/${id}`);
  expect(shown(await reader.get(`/d/${id}`)).body).toContain('QA集を送ります。');
  office = visitor(origin, await signIn());
  const openings = shown(await office.get(`/s/documents/${id}/openings`)).body;
  expect(openings).toContain('架空03県');
});
