import { describe, expect, test } from 'vitest';
import type { Values } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { clinic, drawnFrom, hidden } from './clinic.ts';

const top = '/h/rounds/r1';
const hospital = `${top}/sections/hospital`;
const acceptance = `${top}/sections/acceptance`;

async function signedIn(options: Parameters<typeof clinic>[0] = {}) {
  const place = await clinic(options);
  const page = place.browser();
  await page.get('/h/open');
  const opened = await page.post('/h/open', { code: place.token });
  expect(opened.location).toBe(top);
  await page.get(top);
  return { ...place, page };
}

const stored = async ({ table }: Awaited<ReturnType<typeof clinic>>, section: string) =>
  (await find(table, rows.draft, keys.section('r1', 'h1', section)))?.values;

const state = async ({ table }: Awaited<ReturnType<typeof clinic>>) =>
  (await find(table, rows.answer, keys.answer('r1', 'h1')))?.state;

describe('opening a link', () => {
  test('looking at the door changes nothing', async () => {
    const place = await clinic();
    const before = JSON.stringify(place.table.all());
    expect((await place.browser().get('/h/open')).status).toBe(200);
    expect(JSON.stringify(place.table.all())).toBe(before);
  });

  test('the code may be typed in any width, with or without hyphens, or pasted as the whole link', async () => {
    const place = await clinic();
    const wide = place.token.replace(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    for (const code of [
      place.token.toLowerCase().replaceAll('-', ''),
      wide,
      `https://renkei.example/h/open#${place.token}`,
    ]) {
      expect((await place.browser().post('/h/open', { code })).location).toBe(top);
    }
    expect(await state(place)).toBe('opened');
    const page = place.browser();
    const landed = await page.land('/h/open', { code: place.token });
    expect(landed.headers['content-location']).toBe(top);
    expect(landed.body).toBe((await page.get(top)).body);
  });

  test('a forged, an empty and an expired code are refused in words, at the field', async () => {
    const place = await clinic();
    const page = place.browser();
    const forged = await page.post('/h/open', { code: 'AAAAA-BBBBB' });
    expect(forged.status).toBe(422);
    expect(forged.body).toContain('回答コードが見つかりません');
    expect(forged.body).toContain('<title>エラー：');
    expect((await page.post('/h/open', { code: ' ' })).body).toContain('回答コードを入力してください');
    place.at('2028-01-01T00:00:00.000Z');
    expect((await page.post('/h/open', { code: place.token })).body).toContain('期限が過ぎています');
  });

  test('another site cannot post, and nobody sees the pages of a round without a link', async () => {
    const place = await clinic();
    const page = place.browser();
    expect((await page.foreign('/h/open', { code: place.token })).status).toBe(403);
    expect((await page.get(top)).location).toBe('/h/open');
  });

  test('a hospital does not reach another round', async () => {
    const { page } = await signedIn();
    expect((await page.get('/h/rounds/r2')).status).toBe(403);
  });
});

describe('a section', () => {
  test('is saved clean, whatever width was typed, and the next one follows', async () => {
    const place = await signedIn();
    const { page } = place;
    const drawn = drawnFrom((await page.get(hospital)).body);
    const saved = await page.post(hospital, {
      ...drawn,
      name: '神福塚病院',
      beds: '１，２００床',
      telephone: '０３‐１２３４‐５６７８',
    });
    expect(saved.location).toBe(acceptance);
    expect(await stored(place, 'hospital')).toEqual({ name: '神福塚病院', beds: 1200, telephone: '03-1234-5678' });
    expect((await page.get(hospital)).body).toContain('保存しました 14:03（田中）');
  });

  test('brings the page that follows in the same answer when the script asks for it, word for word', async () => {
    const place = await signedIn();
    const { page } = place;
    const saved = await page.land(hospital, { ':version': '0', name: '架空病院', beds: '120', ':act': 'next' });
    expect([saved.status, saved.location, saved.headers['content-location']]).toEqual([200, undefined, acceptance]);
    expect(saved.body).toBe((await page.get(acceptance)).body);
    const last = await page.land(acceptance, { ':version': '0', accepts: 'no', ':act': 'stay' });
    expect(last.headers['content-location']).toBe(top);
    expect(last.body).toBe((await page.get(top)).body);
    expect(await stored(place, 'hospital')).toMatchObject({ beds: 120 });
  });

  test('brings no page that its reader may not see: signed out, the door comes instead', async () => {
    const { page } = await signedIn();
    page.forget();
    const refused = await page.land(hospital, { ':version': '0', name: '架空病院' });
    expect(refused.headers['content-location']).toBe('/h/open');
  });

  test('keeps what was typed and what was saved when a field cannot be read', async () => {
    const place = await signedIn();
    const { page } = place;
    await page.post(hospital, { ':version': '0', name: '架空病院', beds: '120' });
    const drawn = drawnFrom((await page.get(hospital)).body);
    const wrong = await page.post(hospital, { ...drawn, name: '架空総合病院', beds: '-5' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('<title>エラー：');
    expect(wrong.body).toMatch(/<a href="#beds">[^<]*0から3,000床/);
    expect(wrong.body).toMatch(/id="beds" aria-describedby="beds-problem" aria-invalid="true"/);
    expect(wrong.body).toContain('value="-5"');
    expect(await stored(place, 'hospital')).toEqual({ name: '架空総合病院', beds: 120 });
  });

  test('refuses 300 KB of text in words and keeps the rest', async () => {
    const place = await signedIn();
    const { page } = place;
    const long = await page.post(hospital, { ':version': '0', name: '架空病院', strength: 'あ'.repeat(100_000) });
    expect(long.status).toBe(422);
    expect(long.body).toContain('10,000文字以内で入力してください');
    expect(await stored(place, 'hospital')).toEqual({ name: '架空病院' });
  });

  test('tells once what is still missing and then lets go on', async () => {
    const { page } = await signedIn();
    const first = await page.post(hospital, { ':version': '0', name: '架空病院' });
    expect(first.location).toBe(`${hospital}?told`);
    const told = await page.get(first.location ?? '');
    expect(told.body).toContain('「病床数」を入力してください。');
    const again = await page.post(hospital, { ...drawnFrom(told.body), name: '架空病院' });
    expect(again.location).toBe(acceptance);
  });

  test('adds and takes away rows by named buttons', async () => {
    const place = await signedIn();
    const { page } = place;
    const fields = { ':version': '0', accepts: 'yes', 'periods.0.from': '令和9年4月1日', 'periods.0.doctors': '２人' };
    const added = await page.post(acceptance, { ...fields, ':act': 'add:periods' });
    expect(added.location).toBe(`${acceptance}?rows.periods=2#periods.1.from`);
    const two = await page.get(added.location ?? '');
    expect(two.body).toContain('name="periods.1.from"');
    expect(two.body).toContain('value="2027/4/1"');
    const removed = await page.post(acceptance, { ...drawnFrom(two.body), ...fields, ':act': 'remove:periods:0' });
    expect(removed.status).toBe(303);
    expect(await stored(place, 'acceptance')).toEqual({ accepts: 'yes' });
  });

  test('reads a day typed whole into the first of three fields, and says what is wrong with another', async () => {
    const place = await signedIn();
    const { page } = place;
    await page.post(acceptance, { ':version': '0', accepts: 'no', 'visit-year': '令和９年４月１日' });
    expect(await stored(place, 'acceptance')).toEqual({ accepts: 'no', visit: '2027-04-01' });
    const drawn = drawnFrom((await page.get(acceptance)).body);
    const wrong = await page.post(acceptance, {
      ...drawn,
      accepts: 'no',
      'visit-year': '2027',
      'visit-month': '2',
      'visit-day': '30',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="30"');
    expect(await stored(place, 'acceptance')).toEqual({ accepts: 'no', visit: '2027-04-01' });
  });

  test('does not store what no longer applies', async () => {
    const place = await signedIn();
    await place.page.post(acceptance, { ':version': '0', accepts: 'no', 'periods.0.from': '2027/4/1' });
    expect(await stored(place, 'acceptance')).toEqual({ accepts: 'no' });
    expect((await place.page.get(`${top}/sections/details`)).body).toContain('対象外');
  });

  test('is unknown where the form has none of that name', async () => {
    const { page } = await signedIn();
    expect((await page.get(`${top}/sections/nothing`)).status).toBe(404);
    expect((await page.post(`${top}/sections/nothing`, { ':version': '0' })).status).toBe(404);
  });
});

describe('two people in one section', () => {
  test('who change different questions both keep theirs', async () => {
    const place = await signedIn();
    const { page } = place;
    await page.post(hospital, { ':version': '0', name: '架空病院', beds: '100', telephone: '03-1234-5678' });
    const drawn = drawnFrom((await page.get(hospital)).body);
    const fields = { name: '架空病院', beds: '100', telephone: '03-1234-5678' };
    await page.post(hospital, { ...drawn, ...fields, beds: '200' });
    const other = await page.post(hospital, { ...drawn, ...fields, telephone: '03-9999-0000' });
    expect(other.status).toBe(303);
    expect(await stored(place, 'hospital')).toEqual({ name: '架空病院', beds: 200, telephone: '03-9999-0000' });
  });

  test('who change the same question are shown both, and nothing is lost until somebody chooses', async () => {
    const place = await signedIn();
    const { page } = place;
    await page.post(hospital, { ':version': '0', name: '架空病院', beds: '100' });
    const drawn = drawnFrom((await page.get(hospital)).body);
    await page.post(hospital, { ...drawn, name: '架空病院', beds: '200' });
    const conflict = await page.post(hospital, { ...drawn, name: '架空総合病院', beds: '300' });
    expect(conflict.status).toBe(409);
    expect(conflict.body).toContain('200床');
    expect(conflict.body).toContain('300床');
    expect((await stored(place, 'hospital'))?.beds).toBe(200);
    const answer = {
      ':version': hidden(conflict.body, ':version'),
      ':base': hidden(conflict.body, ':base'),
      ':disputed': 'beds',
      ':act': 'resolve',
      name: '架空総合病院',
      beds: '300',
    };
    const undecided = await page.post(hospital, answer);
    expect(undecided.status).toBe(422);
    expect(undecided.body).toContain('残す回答を選んでください');
    await page.post(hospital, { ...answer, ':keep.beds': 'theirs' });
    expect(await stored(place, 'hospital')).toEqual({ name: '架空総合病院', beds: 200 });
    const last = drawnFrom((await page.get(hospital)).body);
    await page.post(hospital, { ...answer, ...last, ':keep.beds': 'mine' });
    expect((await stored(place, 'hospital'))?.beds).toBe(300);
  });

  test('the same button pressed twice is no conflict and writes once', async () => {
    const place = await signedIn();
    const { page } = place;
    const fields = { ':version': '0', ':base': '', name: '架空病院', beds: '100' };
    await page.post(hospital, fields);
    expect((await page.post(hospital, fields)).status).toBe(303);
    expect((await find(place.table, rows.draft, keys.section('r1', 'h1', 'hospital')))?.version).toBe(1);
  });
});

describe('saving in passing', () => {
  test('answers with the time, the version and what a colleague changed meanwhile', async () => {
    const place = await signedIn();
    const { page } = place;
    const drawn = drawnFrom((await page.get(hospital)).body);
    const first = await page.auto(hospital, { ...drawn, name: '架空病院', beds: '100' });
    expect(first.json()).toMatchObject({ kind: 'saved', at: '14:03', version: 1, problems: 0, taken: {} });
    const second = await page.auto(hospital, { ...drawn, telephone: '03-1234-5678' });
    expect(second.json()).toMatchObject({ version: 2, taken: { name: ['架空病院'], beds: ['100'] } });
    expect((await page.get(top)).body).toContain('入力中');
  });

  test('says so when the session is over, the round is closed or both changed one field', async () => {
    const place = await signedIn();
    const { page, table, round } = place;
    await page.post(hospital, { ':version': '0', name: '甲' });
    const conflict = await page.auto(hospital, { ':version': '0', ':base': '', name: '乙' });
    expect([conflict.status, conflict.json()]).toEqual([409, { kind: 'conflict' }]);
    await table.putAll([rows.round.item({ ...round, state: 'ended' })]);
    const closed = await page.auto(hospital, { ':version': '1', name: '丙' });
    expect([closed.status, closed.json()]).toEqual([409, { kind: 'closed' }]);
    page.forget();
    const over = await page.auto(hospital, { ':version': '1', name: '丙' });
    expect([over.status, over.json()]).toEqual([401, { kind: 'signed-out' }]);
  });

  test('typed text is still readable on the page when the round was closed meanwhile', async () => {
    const { page, table, round } = await signedIn();
    await table.putAll([rows.round.item({ ...round, state: 'ended' })]);
    const closed = await page.post(hospital, { ':version': '0', name: '打ちかけの名前' });
    expect(closed.status).toBe(409);
    expect(closed.body).toContain('打ちかけの名前');
    expect(closed.body).toContain('締め切られたため');
  });
});

describe('last time’s answers', () => {
  const previous: Values = {
    name: '架空病院',
    beds: 100,
    accepts: 'yes',
    periods: [{ from: '2026-04-01', doctors: 2 }],
    support: ['rent'],
  };

  test('are filled in and confirmed in a click, section by section', async () => {
    const place = await signedIn({ previous });
    const { page } = place;
    const start = await page.get(top);
    expect(start.body).toContain('前回の回答が入っています');
    const section = await page.get(hospital);
    expect(section.body).toContain('value="100"');
    expect(section.body).toContain('前回と同じ</button>');
    await page.post(hospital, { ...drawnFrom(section.body), name: '架空病院', beds: '100' });
    expect((await find(place.table, rows.draft, keys.section('r1', 'h1', 'hospital')))?.unchanged).toBe(true);
    expect((await page.get(`${top}/check`)).body).toContain('「受入れ」を開いて、前回の回答を確認してください。');
  });

  test('stand beside an answer that differs, and the check page marks the change', async () => {
    const { page } = await signedIn({ previous });
    await page.post(hospital, { ':version': '0', name: '架空病院', beds: '150' });
    expect((await page.get(hospital)).body).toContain('前回：100床');
    expect((await page.get(`${top}/check`)).body).toContain('前回：100床');
  });
});

describe('submitting', () => {
  async function filled() {
    const place = await signedIn();
    await place.page.post(hospital, { ':version': '0', name: '架空病院', beds: '100' });
    await place.page.post(acceptance, {
      ':version': '0',
      accepts: 'yes',
      'periods.0.from': '2027/4/1',
      'periods.0.doctors': '40',
    });
    return place;
  }

  test('is not offered while something required is missing', async () => {
    const place = await signedIn();
    const check = await place.page.get(`${top}/check`);
    expect(check.body).not.toContain('提出する</button>');
    expect(check.body).toContain(`href="${hospital}?told#beds"`);
    expect((await place.page.post(`${top}/submit`, { request: 'q1' })).location).toBe(`${top}/check`);
    expect(await state(place)).not.toBe('submitted');
  });

  test('asks to confirm an unlikely answer, submits once however often, and closes the sections', async () => {
    const place = await filled();
    const { page, table } = place;
    const check = await page.get(`${top}/check`);
    expect(check.body).toContain('40人でよろしいですか');
    const request = hidden(check.body, 'request');
    const unsure = await page.post(`${top}/submit`, { request });
    expect(unsure.status).toBe(422);
    expect((await page.post(`${top}/submit`, { request, sure: 'yes' })).location).toBe(`${top}/done`);
    expect((await page.post(`${top}/submit`, { request, sure: 'yes' })).location).toBe(`${top}/done`);
    expect((await page.post(`${top}/submit`, { request: 'another', sure: 'yes' })).location).toBe(`${top}/done`);
    const kept = table.all().filter(({ sk }) => sk.startsWith('REV#'));
    expect(kept).toHaveLength(1);
    expect(table.all().filter(({ pk }) => pk.startsWith('OUT#'))).toHaveLength(1);
    expect((await page.get(`${top}/done`)).body).toContain('このあとの流れ');
    const closed = await page.get(hospital);
    expect(closed.body).toContain('提出済のため');
    expect(closed.body).not.toContain('保存して次へ');
    expect((await page.auto(hospital, { ':version': '1', name: '別の名前' })).json()).toEqual({ kind: 'closed' });
  });

  test('a returned answer shows the reason, marks its sections and can be submitted again', async () => {
    const place = await filled();
    const { page, table } = place;
    await page.post(`${top}/submit`, { request: 'q1', sure: 'yes' });
    const now = await find(table, rows.answer, keys.answer('r1', 'h1'));
    if (!now) throw new Error('the answer is gone');
    const returned = { sections: ['hospital'], reason: '病床数を確かめてください。', at: now.submittedAt ?? '' };
    await table.putAll([
      rows.answer.item({ ...now, state: 'returned', returned, request: 'z', version: now.version + 1 }),
    ]);
    const start = await page.get(top);
    expect(start.body).toContain('病床数を確かめてください。');
    expect(start.body).toContain('差戻し');
    await page.post(hospital, { ...drawnFrom((await page.get(hospital)).body), name: '架空病院', beds: '110' });
    expect((await page.post(`${top}/submit`, { request: 'q2', sure: 'yes' })).location).toBe(`${top}/done`);
    expect(await state(place)).toBe('resubmitted');
  });
});
