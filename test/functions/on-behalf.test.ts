import { beforeEach, describe, expect, test } from 'vitest';
import { compose } from '#lib/mail/compose.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { readAnswer } from '#lib/usecases/read-answer.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { iwate, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { hospitalRoutes } from './every-route.ts';
import { drawnFrom } from './hospital/clinic.ts';
import { clerkOf, openedRound } from './staff/open-round.ts';
import { type Visitor, visitor, visitorOf } from './staff/visit.ts';

let country: SmallCountry;
let round: string;
let office: Visitor;
let clerk: Visitor;
let review: string;
let telephone: string;

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  office = await visitor(country, iwate);
  clerk = await visitorOf(country.desk, clerkOf(round, 'IWATE1'), hospitalRoutes);
  review = `/s/rounds/${round}/answers/IWATE1`;
  telephone = `${review}/telephone`;
});

const answer = () => readAnswer(country.desk.table, round, 'IWATE1');
const enter = async (places: string) => {
  const { html } = await office.get(`${telephone}/sections/capacity`);
  return office.post(`${telephone}/sections/capacity`, { ...drawnFrom(html), places, ':act': 'next' });
};
const submit = () => office.post(`${telephone}/submit`, { request: 'heard' });

describe('what a prefecture heard by telephone', () => {
  test('is entered on the hospital’s own pages and submitted with the name of who entered it', async () => {
    expect((await office.get(review)).html).toContain('電話で聞き取った回答を入力する');
    expect((await enter('4')).location).toBe(`${telephone}/sections/words`);
    expect((await office.get(`${telephone}/sections/words`)).html).toContain('電話での聞き取り');
    expect((await submit()).location).toBe(`${review}?done=telephone`);
    const kept = await answer();
    expect(kept?.answer).toMatchObject({ state: 'submitted', heardBy: '岩手 太郎' });
    expect(kept?.revisions).toMatchObject([{ heardBy: '岩手 太郎', heard: { capacity: '岩手 太郎' } }]);
    const { html } = await office.get(review);
    expect(html.match(/電話で聞き取り・入力者 岩手 太郎/g)?.length).toBeGreaterThanOrEqual(3);
    const trail = await auditOf(country.desk, `${round}#IWATE1`);
    expect(trail.entries.at(-1)).toMatchObject({ act: 'answer.submit', detail: { heardBy: '岩手 太郎' } });
    expect(trail.entries.at(-1)?.actor).toContain('prefecture:p1');
  });

  test('is mailed to the hospital with a link by which it sees and corrects it', async () => {
    await enter('4');
    await submit();
    const item = country.all().find(({ pk, kind }) => pk.startsWith('OUT#') && kind === 'heard');
    const asked = await find(country.desk.table, rows.round, keys.round(round));
    if (!item || !asked) throw new Error('no receipt');
    const { kind: _, ...notice } = rows.notice.read(item);
    const letter = compose({
      notice: { ...notice, kind: 'heard' },
      round: asked,
      programName: '',
      minutes: 0,
      organisationName: '架空IWATE1病院',
      origin: 'https://renkei.example',
      now: country.desk.world.now(),
    });
    expect(letter.text).toContain('都道府県の岩手 太郎が入力し、提出しました');
    expect(letter.text).toMatch(/https:\/\/renkei\.example\/h\/open#[0-9A-Z-]+/);

    const seen = await clerk.get(`/h/rounds/${round}`);
    expect(seen.html).toContain('電話で聞き取り・入力者 岩手 太郎');
    const request = /name="request" value="([^"]+)"/.exec(seen.html)?.[1] ?? '';
    await clerk.post(`/h/rounds/${round}/reopen`, { request });
    const section = `/h/rounds/${round}/sections/capacity`;
    const { html } = await clerk.get(section);
    expect(html).toContain('電話で聞き取り・入力者 岩手 太郎');
    await clerk.post(section, { ...drawnFrom(html), places: '5', ':act': 'next' });
    expect((await clerk.post(`/h/rounds/${round}/submit`, { request: 'own' })).status).toBe(303);
    const kept = await answer();
    expect(kept?.answer.heardBy).toBeUndefined();
    expect(kept?.revisions.at(-1)).toMatchObject({ revision: 2, values: { places: 5 } });
    expect(kept?.revisions.at(-1)).not.toHaveProperty('heard');
  });

  test('loses its mark where the hospital confirms it, and keeps it where the hospital only looks', async () => {
    await enter('4');
    const section = `/h/rounds/${round}/sections/capacity`;
    const drawn = drawnFrom((await clerk.get(section)).html);
    await clerk.post(section, { ...drawn, places: '4', ':act': 'auto' });
    expect((await answer())?.drafts.get('capacity')?.heardBy).toBe('岩手 太郎');
    await clerk.post(section, { ...drawn, places: '4', ':act': 'next' });
    expect((await answer())?.drafts.get('capacity')?.heardBy).toBeUndefined();
  });

  test('cannot be corrected in this way where the hospital had submitted itself', async () => {
    const { html } = await clerk.get(`/h/rounds/${round}/sections/capacity`);
    await clerk.post(`/h/rounds/${round}/sections/capacity`, { ...drawnFrom(html), places: '3', ':act': 'next' });
    await clerk.post(`/h/rounds/${round}/submit`, { request: 'own' });
    await clerk.post(`/h/rounds/${round}/reopen`, { request: 'again' });
    expect((await answer())?.answer.state).toBe('submitted');
  });
});
