import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import { rows } from '#lib/store/rows.ts';
import { textOf, visitorOf } from './partner-site.ts';
import { release, submission, villageDesk, villageRound, villager } from './village.ts';

const round = villageRound('sheet');
const guild = villager('0101-guild');
const rich = villager('0301-rich', { name: '髙﨑<i>病院' });
const isle = villager('0102-isle');
const foreign = villager('0202-foreign');
const shut = villager('0301-shut');
const silent = villager('0301-silent');
const list = `/h/rounds/${round.id}/list`;

const reader: Actor = {
  kind: 'hospital',
  organisation: guild.id,
  prefecture: '01',
  round: round.id,
  purpose: 'list',
  name: '一覧担当',
};
const answerer = (organisation: string): Actor => ({ ...reader, organisation, purpose: 'answer' });

async function seeded() {
  const desk = villageDesk();
  const earlier = villageRound('sheet-before', 'lodges', { state: 'released', releasedAt: '2025-12-01T00:00:00.000Z' });
  const last = { round: earlier.id, revision: 1, submittedAt: '2025-11-20T03:00:00.000Z', version: 1 };
  const own = { talks: 'yes', rooms: 90, desk: '研修の窓口', memo: '県だけに' };
  await desk.table.putAll([
    rows.round.item(round),
    rows.round.item(earlier),
    ...[guild, rich, isle, foreign, shut, silent].map((one) => rows.organisation.item(one)),
    ...submission(earlier, rich, { ...own, rooms: 80 }, { at: last.submittedAt }),
    ...submission(round, rich, { ...own, trades: [{ trade: 'tea', masters: 2 }] }, { previous: last }),
    ...submission(round, isle, { talks: 'yes', rooms: 60 }),
    ...submission(round, foreign, { talks: 'yes', rooms: 99 }),
    ...submission(round, shut, { talks: 'no', rooms: 99, desk: '閉じた窓口' }),
    ...submission(round, silent, { rooms: 99 }, { state: 'drafting', revision: 0 }),
  ]);
  await release(desk, round);
  return { desk, visit: await visitorOf(desk, reader) };
}

describe('the sheet of a hospital', () => {
  test('shows its released answers with the contact, and what changed since last time', async () => {
    const { visit } = await seeded();
    const { status, body } = await visit(`${list}/${rich.id}`);
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toContain('研修の窓口');
    expect(text).toContain('90室 変更');
    expect(text).toContain('宿舎 未回答');
    expect(text).toContain('2026年（令和8年）11月20日（金）12:00の回答です。');
    expect(body).toContain('<th scope="row">茶</th><td>2人</td>');
    expect(body).toContain('髙﨑&lt;i>病院');
  });

  test('never shows what is meant for the office', async () => {
    const { visit } = await seeded();
    const pages = await Promise.all(
      [`${list}/${rich.id}`, `${list}/compare?ids=${rich.id}&ids=${isle.id}`, `${list}?q.memo=x`].map((at) =>
        visit(at),
      ),
    );
    for (const { body } of pages) {
      expect(body).not.toContain('県だけに');
      expect(body).not.toContain('県への連絡');
    }
  });

  test('shows no contact and no form where the hospital takes no requests', async () => {
    const { visit } = await seeded();
    const { body } = await visit(`${list}/${shut.id}`);
    expect(body).not.toContain('閉じた窓口');
    expect(body).not.toContain('<textarea');
    expect(textOf(body)).toContain('現在、相談を受け付けていません。');
  });

  test('adds its reasons up to the total, line by line', async () => {
    const { visit } = await seeded();
    const { body } = await visit(`${list}/${rich.id}`);
    const table = body.slice(body.indexOf('点の内訳</caption>'), body.indexOf('</table>'));
    const cells = [
      ...table.matchAll(
        /<tr>.*?<td class="numeric"[^>]*>[^<]*<\/td><td class="numeric"[^>]*>[^<]*<\/td><td class="numeric"[^>]*>([^<]*)</g,
      ),
    ];
    const sums = [...table.matchAll(/<tr class="sum">.*?<td class="numeric"[^>]*>([^<]*)</g)].map(([, sum]) => sum);
    const added = cells.map(([, cell]) => Number(cell)).filter(Number.isInteger);
    expect(added.length).toBeGreaterThan(0);
    expect(sums.at(-1)).toBe(String(added.reduce((sum, part) => sum + part, 0)));
    expect(textOf(table)).toContain('宿舎：宿場の回答がありません');
  });

  test('of a hospital that is not in the own list is not found: another prefecture’s island, one that did not answer, any other', async () => {
    const { visit } = await seeded();
    for (const id of [foreign.id, silent.id, guild.id, 'nobody', '%2e%2e']) {
      expect((await visit(`${list}/${id}`)).status).toBe(404);
      expect((await visit(`${list}/${id}/approach`, { posted: { message: '相談' } })).status).toBe(404);
    }
    expect((await visit(`${list}/${isle.id}`)).status).toBe(200);
  });

  test('keeps what was released when the hospital answers anew', async () => {
    const { desk, visit } = await seeded();
    const next = submission(round, rich, { talks: 'yes', rooms: 1 }, { revision: 2, state: 'resubmitted' });
    await desk.table.putAll(next);
    const { body } = await visit(`${list}/${rich.id}`);
    expect(textOf(body)).toContain('90室');
  });
});

describe('相談したい', () => {
  test('sends a message once and leads to the pipeline, which says so', async () => {
    const { desk, visit } = await seeded();
    const posted = { message: '秋から2人' };
    const first = await visit(`${list}/${rich.id}/approach`, { posted });
    expect(first).toMatchObject({ status: 303, location: `/h/rounds/${round.id}/approaches?with=${rich.id}` });
    expect(await visit(`${list}/${rich.id}/approach`, { posted })).toMatchObject({
      status: 303,
      location: first.location,
    });
    expect(desk.table.all().filter(({ kind }) => kind === 'approach')).toHaveLength(1);
    const pipeline = textOf((await visit(first.location ?? '')).body);
    expect(pipeline).toContain('に相談を申し込みました。');
    expect(pipeline).toContain('1件');
    expect(pipeline).toContain('打診');
    const sheet = await visit(`${list}/${rich.id}`);
    expect(sheet.body).not.toContain('<textarea');
    expect(textOf(sheet.body)).toContain('現在の状態は「打診」です。');
  });

  test('comes back with what was typed and what to correct', async () => {
    const { visit } = await seeded();
    const long = '長'.repeat(1001);
    const { status, body } = await visit(`${list}/${rich.id}/approach`, { posted: { message: long } });
    expect(status).toBe(422);
    expect(body).toContain('<title>エラー：');
    expect(body).toContain('href="#message"');
    expect(body).toContain('aria-invalid="true"');
    expect(body).toContain(long);
    const empty = await visit(`${list}/${rich.id}/approach`, { posted: { message: '' } });
    expect(textOf(empty.body)).toContain('相談の内容を入力してください。');
  });

  test('is refused without the page’s own token', async () => {
    const { desk, visit } = await seeded();
    expect((await visit(`${list}/${rich.id}/approach`, { posted: { csrf: 'forged', message: '相談' } })).status).toBe(
      403,
    );
    expect(desk.table.all().filter(({ pk }) => pk.startsWith('APP#'))).toEqual([]);
  });

  test('arrives at the hospital that was asked, and at no other', async () => {
    const { desk, visit } = await seeded();
    await visit(`${list}/${rich.id}/approach`, { posted: { message: '一行目\n<b>二行目' } });
    const asked = await visitorOf(desk, answerer(rich.id));
    const inbox = await asked(`/h/rounds/${round.id}/inbox`);
    expect(inbox.status).toBe(200);
    expect(textOf(inbox.body)).toContain('1件の相談が届いています。');
    expect(inbox.body).toContain('&lt;b>二行目');
    expect(inbox.body).toContain(`mailto:${guild.contacts[0]?.email}`);
    const other = await visitorOf(desk, answerer(isle.id));
    const empty = await other(`/h/rounds/${round.id}/inbox`);
    expect(textOf(empty.body)).toContain('まだ相談は届いていません。');
    expect(empty.body).not.toContain(guild.name);
  });
});

describe('なぜ対象か', () => {
  test('tells the own hospital every rule with value, threshold, outcome and paragraph, to whoever holds a link', async () => {
    const { desk } = await seeded();
    for (const actor of [answerer(isle.id), { ...reader, organisation: isle.id }]) {
      const visit = await visitorOf(desk, actor);
      const { status, body } = await visit(`/h/rounds/${round.id}/why`);
      expect(status).toBe(200);
      const text = textOf(body);
      expect(text).toContain('連携元として 対象です');
      expect(text).toContain('連携先として 対象です');
      expect(text).toContain('甲県 甲島医療圏');
      expect(text).toContain('120.0 150.0以下 満たす');
      expect(text).toContain('1 3以上 満たさない');
      expect(text).toContain('架空の要領 第2（2026年（令和8年）4月1日（水））');
      expect(text).toContain('自県の組合だけです。');
    }
  });

  test('says 要確認 where the 二次医療圏 is not known', async () => {
    const { desk } = await seeded();
    const unknown = villager('0101-unknown', { area: undefined });
    await desk.table.putAll([rows.organisation.item(unknown)]);
    const visit = await visitorOf(desk, answerer(unknown.id));
    expect(textOf((await visit(`/h/rounds/${round.id}/why`)).body)).toContain('連携先として 要確認です');
  });
});
