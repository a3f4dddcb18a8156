import { describe, expect, test } from 'vitest';
import type { Letter } from '#lib/core/ports.ts';
import { rows } from '#lib/store/rows.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { sendNotice } from '#lib/usecases/send-notice.ts';
import { clinic, drawnFrom } from './clinic.ts';

const top = '/h/rounds/r1';
const people = `${top}/people`;
const section = `${top}/sections/hospital`;

async function signedIn() {
  const place = await clinic();
  const page = place.browser();
  await page.post('/h/open', { code: place.token });
  await page.get(people);
  const invite = (fields: Record<string, string>) =>
    page.post(people, { name: '鈴木', email: 'suzuki@hospital.example', ...fields });
  const mails = async (): Promise<Letter[]> => {
    const sent: Letter[] = [];
    for (const item of place.table.all().filter(({ pk }) => pk.startsWith('OUT#'))) {
      const mailer = {
        ready: async () => true,
        send: async (letter: Letter) => {
          sent.push(letter);
          return { kind: 'accepted', messageId: 'm' } as const;
        },
      };
      await sendNotice(place.desk, mailer, 'https://renkei.example', item);
    }
    return sent;
  };
  const entering = async (letter: Letter | undefined) => {
    const other = place.browser();
    const code = /#([0-9A-Z-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
    await other.post('/h/open', { code });
    return other;
  };
  return { ...place, page, invite, mails, entering };
}

describe('inviting a colleague', () => {
  test('sends them a link of their own, by which they answer under their own name', async () => {
    const place = await signedIn();
    expect((await place.invite({ request: 'p1' })).location).toBe(`${people}?done=invite`);
    const [letter] = await place.mails();
    expect(letter).toMatchObject({ to: 'suzuki@hospital.example' });
    expect(letter?.text).toContain('田中さんから、「受入れに関する調査」の回答を分担するお願いです。');
    expect(letter?.text).not.toContain(place.token);
    const other = await place.entering(letter);
    const drawn = drawnFrom((await other.get(section)).body);
    await other.auto(section, { ...drawn, beds: '120' });
    expect((await place.page.get(top)).body).toContain('鈴木さんが入力中 14:03');
    expect((await place.page.get(section)).body).toContain('鈴木さんが入力中 14:03');
    expect((await place.page.get(people)).body).toContain('suzuki@hospital.example');
  });

  test('pressed twice invites once, and says who was invited by whom in the trail', async () => {
    const place = await signedIn();
    await place.invite({ request: 'p1' });
    await place.invite({ request: 'p1' });
    expect(place.table.all().filter(({ sk }) => sk.startsWith('COL#'))).toHaveLength(1);
    const trail = await auditOf(place.desk, 'r1#h1');
    expect(trail.whole).toBe(true);
    expect(trail.entries.map(({ act, actor, detail }) => [act, actor, detail.name])).toEqual([
      ['colleague.invite', 'hospital:h1 田中', '鈴木'],
    ]);
  });

  test('asks before a mail goes to another domain', async () => {
    const place = await signedIn();
    const asked = await place.invite({ email: 'suzuki@elsewhere.example', request: 'p1' });
    expect(asked.status).toBe(422);
    expect(asked.body).toContain('依頼の宛先（@hospital.example）とは違うメールアドレスです（@elsewhere.example）。');
    expect(asked.body).toContain('value="suzuki@elsewhere.example"');
    expect(await place.mails()).toEqual([]);
    const sure = await place.invite({ email: 'suzuki@elsewhere.example', sure: 'yes', request: 'p1' });
    expect(sure.location).toBe(`${people}?done=invite`);
  });

  test.each([
    [{ name: ' ' }, '招く方の名前を入力してください。'],
    [{ email: '' }, '招く方のメールアドレスを入力してください。'],
    [{ email: 'suzuki' }, 'メールアドレスを入力してください（例：kensyu@example.jp）。'],
    [{ email: 'a@hospital.example\nBcc: b@hospital.example' }, 'メールアドレスを入力してください（例'],
    [{ email: 'TANAKA@hospital.example' }, 'すでにリンクを送っています。'],
  ])('says what is missing: %o', async (fields, words) => {
    const place = await signedIn();
    const seen = await place.invite(fields);
    expect(seen.status).toBe(422);
    expect(seen.body).toContain(words);
    expect(await place.mails()).toEqual([]);
  });

  test('is bounded: five in ten minutes, twenty at a time', async () => {
    const place = await signedIn();
    const one = (at: number) => place.invite({ email: `p${at}@hospital.example`, request: `p${at}` });
    for (let at = 0; at < 5; at += 1) expect((await one(at)).status).toBe(303);
    expect((await one(5)).body).toContain('10分ほど待ってから');
    for (let at = 5; at < 20; at += 1) {
      place.at(new Date(Date.parse('2027-01-20T05:03:00Z') + at * 180_000).toISOString());
      expect((await one(at)).status).toBe(303);
    }
    place.at('2027-01-20T10:00:00.000Z');
    expect((await one(20)).body).toContain('招けるのは20人まで');
  });

  test('after the round has ended is refused', async () => {
    const place = await signedIn();
    await place.table.putAll([rows.round.item({ ...place.round, state: 'released' })]);
    expect((await place.invite({})).body).toContain('いまは受付をしていないため、招けません。');
  });
});

test('a link that is taken back opens nothing any more, not even for who is signed in by it', async () => {
  const place = await signedIn();
  await place.invite({ request: 'p1' });
  const [letter] = await place.mails();
  const other = await place.entering(letter);
  expect((await other.get(top)).status).toBe(200);
  const id = /people\/([0-9a-f]+)\/revoke/.exec((await place.page.get(people)).body)?.[1];
  expect((await place.page.post(`${people}/${id}/revoke`, {})).location).toBe(`${people}?done=revoke`);
  expect((await other.get(top)).location).toBe('/h/open');
  expect((await (await place.entering(letter)).get(top)).location).toBe('/h/open');
  expect((await place.page.get(people)).body).toContain('取り消しました');
});
