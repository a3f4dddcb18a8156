import { beforeEach, describe, expect, test } from 'vitest';
import { keys } from '#lib/store/keys.ts';
import { attachFiles } from '#lib/usecases/distributions/attach-file.ts';
import { addresseesOf, correctionsOf, readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import { saveDistribution } from '#lib/usecases/distributions/save-distribution.ts';
import { withdrawDistribution } from '#lib/usecases/distributions/withdraw-distribution.ts';
import { mergeHospital } from '#lib/usecases/merge-hospital.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { type MailRoom, mailRoom } from '#test/support/mail-room.ts';
import { draftDocument, pdf, sentDocument, typedDocument } from '#test/support/sent-document.ts';
import { iwate, ministry } from '#test/support/small-country.ts';
import { type Visitor, visitor } from '../staff/visit.ts';

let room: MailRoom;
let centre: Visitor;

beforeEach(async () => {
  room = await mailRoom('2026-12-01T01:00:00.000Z');
  centre = await visitor(room.country, ministry);
  await draftDocument(room.country);
});

const page = '/s/documents/doc1';
const read = () => readDistribution(room.desk, 'doc1');

/** What the form on the page of the draft would post. */
async function formOf(): Promise<Record<string, string>> {
  const { html } = await centre.get(page);
  const form = html.slice(html.indexOf(`action="${page}/schedule"`));
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
  return { seen: hidden('seen'), version: hidden('version') };
}

const schedule = async (more: Record<string, string> = {}) =>
  centre.post(`${page}/schedule`, { ...(await formOf()), day: '令和8年12月1日', time: '１５：３０', ...more });

describe('A document that is to be sent on a day and hour', () => {
  test('goes out then, to those who were shown, and once', async () => {
    expect((await schedule()).location).toBe(`${page}?done=scheduled`);
    expect(await read()).toMatchObject({ state: 'scheduled', sendAt: '2026-12-01T06:30:00.000Z', counted: 7 });
    const shown = await centre.get(page);
    expect(shown.html).toContain('2026年（令和8年）12月1日（火）15:30から5分以内');
    expect(shown.html).toContain('予約したときの7件に送ります。');
    expect(await room.tickAt('2026-12-01T06:29:00.000Z')).toMatchObject({ documents: 0 });
    expect(await addresseesOf(room.desk, 'doc1')).toEqual([]);
    expect(await room.tickAt('2026-12-01T06:31:00.000Z')).toMatchObject({ documents: 1 });
    expect(await read()).toMatchObject({ state: 'sent', sentAt: '2026-12-01T06:31:00.000Z' });
    expect(await room.tickAt('2026-12-01T06:36:00.000Z')).toMatchObject({ documents: 0 });
    await room.deliver();
    expect(room.letters).toHaveLength(7);
    const { entries, whole } = await auditOf(room.desk, 'document#doc1');
    expect([whole, ...entries.slice(2).map(({ act }) => act)]).toEqual([
      true,
      'distribution.schedule',
      'distribution.send',
      'distribution.sent',
    ]);
  });

  test('is taken back before, then changed and sent at once to whom the register names then', async () => {
    await schedule();
    expect((await centre.post(`${page}/unschedule`)).location).toBe(`${page}?done=unscheduled`);
    expect((await centre.post(`${page}/unschedule`)).status).toBe(303);
    expect(await read()).toMatchObject({ state: 'draft', version: 4 });
    expect(Object.keys((await read()) ?? {})).not.toContain('sendAt');
    expect(room.country.all().filter(({ pk }) => pk.startsWith('JOB#send-'))).toEqual([]);
    await room.tickAt('2026-12-01T06:31:00.000Z');
    expect(await read()).toMatchObject({ state: 'draft' });
    expect((await schedule({ day: '2026-12-02', time: '9時00分' })).status).toBe(303);
    expect(await read()).toMatchObject({ state: 'scheduled', sendAt: '2026-12-02T00:00:00.000Z' });
  });

  test('is not changed, filled up, deleted, withdrawn nor sent while it waits, nor seen by those it will go to', async () => {
    const form = await formOf();
    await schedule();
    const { desk } = room;
    const wish = typedDocument(room.country, { title: '別の件名', seen: 3 });
    expect(await saveDistribution(desk, ministry, wish)).toMatchObject({ ok: false });
    expect(
      await attachFiles(room.country.desk, ministry, { id: 'doc1', files: [{ name: 'a.pdf', bytes: pdf }] }),
    ).toMatchObject({
      ok: false,
    });
    expect((await centre.post(`${page}/discard`, { version: '3' })).status).toBe(422);
    expect(await withdrawDistribution(desk, ministry, { id: 'doc1', reason: '誤り' })).toMatchObject({ ok: false });
    const sent = await centre.post(`${page}/send`, form);
    expect([sent.status, sent.html]).toEqual([422, expect.stringContaining('いまの状態では操作できません')]);
    expect((await centre.get(`${page}/edit`)).location).toBe(page);
    const office = await visitor(room.country, iwate);
    expect((await office.get('/s/documents')).html).not.toContain('QA集');
    expect((await office.get(page)).status).toBe(404);
    expect((await centre.get('/s/documents')).html).toContain('送信予約');
    expect((await centre.get('/s/documents/new?corrects=doc1')).html).not.toContain('value="doc1"');
    expect((await centre.get('/s/notices')).html).not.toContain('QA集');
  });

  test('says that the register has moved since, and goes to nobody who was merged meanwhile', async () => {
    await schedule();
    expect((await centre.get(page)).html).not.toContain('予約のあとに名簿が変わりました');
    await mergeHospital(room.desk, ministry, { from: 'IWATE3', into: 'IWATE1', request: 'm' });
    const { html } = await centre.get(page);
    expect(html).toContain('予約のあとに名簿が変わりました');
    expect(html).toContain('配布先は6件です');
    await room.tickAt('2026-12-01T06:31:00.000Z');
    const to = (await addresseesOf(room.desk, 'doc1')).map(({ organisation }) => organisation);
    expect(to).toHaveLength(6);
    expect(to).not.toContain('IWATE3');
  });

  test('is said to correct an older one only once it goes out', async () => {
    await sentDocument(room.country, ministry, { id: 'old' });
    const found = await read();
    await saveDistribution(
      room.desk,
      ministry,
      typedDocument(room.country, { corrects: 'old', seen: found?.version ?? 0 }),
    );
    await schedule();
    expect(await correctionsOf(room.desk, 'old')).toEqual([]);
    await room.tickAt('2026-12-01T06:31:00.000Z');
    expect(await correctionsOf(room.desk, 'old')).toMatchObject([{ by: 'doc1' }]);
  });

  test.each([
    ['no day', { day: '' }, '送信日を、2027年1月29日のように入力してください。'],
    ['an hour that is none', { time: '25:00' }, '送信時刻を、9:30のように入力してください。'],
    ['an hour that is past', { time: '9:59' }, '90日以内にしてください。'],
    ['a day too far ahead', { day: '2027年3月2日' }, '90日以内にしてください。'],
    ['another list than was shown', { seen: 'other' }, '名簿が変わったため、配布先が変わりました。'],
    ['an older version than it has', { version: '1' }, 'ほかの人が文書を変えました。'],
  ])('with %s is refused at its field, and what was typed stays', async (_, more, words) => {
    const { status, html } = await schedule(more);
    expect([status, html]).toEqual([422, expect.stringContaining(words)]);
    const kept = 'day' in more ? more.day : '令和8年12月1日';
    expect(html).toMatch(new RegExp(`name="day" value${kept && `="${kept}"`}[ />]`));
    expect(await read()).toMatchObject({ state: 'draft', version: 2 });
    expect(await room.desk.table.get(keys.jobPart('send-doc1', 'targets'))).toBeUndefined();
  });
});
