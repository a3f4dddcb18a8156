import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Survey } from '#lib/core/program.ts';
import { readXlsx } from '#lib/sheets/read-xlsx.ts';
import { rows } from '#lib/store/rows.ts';
import { keepPool, readPool } from '#lib/usecases/released-pool.ts';
import { startApproach } from '#lib/usecases/start-approach.ts';
import { textOf, visitorOf } from './partner-site.ts';
import { lodgeForm, release, submission, village, villageDesk, villageRound, villager } from './village.ts';

const round = villageRound('list');
const guild = villager('0101-guild');
const rich = villager('0301-rich');
const poor = villager('0301-poor');
const isle = villager('0102-isle');
const foreign = villager('0202-foreign');
const shut = villager('0301-shut');
const home = `/h/rounds/${round.id}/list`;

const reader = (organisation = guild.id, more: Partial<Extract<Actor, { kind: 'hospital' }>> = {}): Actor => ({
  kind: 'hospital',
  organisation,
  prefecture: '01',
  round: round.id,
  purpose: 'list',
  name: '一覧担当',
  ...more,
});

async function seeded() {
  const desk = villageDesk();
  const trades = [{ trade: 'tea', masters: 2 }];
  await desk.table.putAll([
    rows.round.item(round),
    ...[guild, rich, poor, isle, foreign, shut].map((one) => rows.organisation.item(one)),
    ...submission(round, rich, { talks: 'yes', rooms: 90, housing: ['single', 'family'], trades }),
    ...submission(round, poor, { talks: 'yes', rooms: 30 }, { at: '2026-11-10T03:00:00.000Z' }),
    ...submission(round, isle, { talks: 'yes', rooms: 60, housing: ['single'] }),
    ...submission(round, foreign, { talks: 'yes', rooms: 99, housing: ['single'] }),
    ...submission(round, shut, { talks: 'no', rooms: 99, housing: ['single', 'family'] }),
  ]);
  await release(desk, round);
  return { desk, visit: await visitorOf(desk, reader()) };
}

const namesIn = (body: string): readonly string[] =>
  [...body.matchAll(/<h3 class="entry__name"><a [^>]*>([^<]*)</g)].map(([, name]) => name ?? '');

describe('the list of a 連携元', () => {
  test('stands in order of fit, with how many, as of when and by which rule', async () => {
    const { visit } = await seeded();
    const { status, body } = await visit(home);
    expect(status).toBe(200);
    expect(namesIn(body)).toEqual([rich.name, isle.name, poor.name, shut.name]);
    const text = textOf(body);
    expect(text).toContain('4病院');
    expect(text).toContain('2026年（令和8年）12月1日（火）提供');
    expect(text).toContain('規則の版 village-1');
    expect(text).toContain('厚生労働省が公表したもの');
  });

  test('leaves out islands of other prefectures, whatever they answered', async () => {
    const { visit } = await seeded();
    const { body } = await visit(home);
    expect(body).not.toContain(foreign.name);
  });

  test('tells of each hospital where it is, why it fits, what is unanswered and when it answered', async () => {
    const { visit } = await seeded();
    const { body } = await visit(home);
    const line = textOf(body.split('<li class="entry"').find((part) => part.includes(poor.name)) ?? '');
    expect(line).toContain('丙県 丙北医療圏');
    expect(line).toContain('区分①');
    expect(line).toContain('部屋 30 室（2026年11月10日 回答）');
    expect(line).toContain('未回答：宿舎');
    expect(line).toContain('回答 2026年（令和8年）11月10日（火）');
    expect(textOf(body)).toContain('自院の回答がないため計算していない項目：希望');
  });

  test('shows both directions and their sum; a direction without any answer has no score instead of 0', async () => {
    const { visit } = await seeded();
    const { body } = await visit(home);
    const line = textOf(
      body
        .split('<li class="entry"')
        .slice(1)
        .find((part) => part.includes(rich.name)) ?? '',
    );
    expect(line).toContain('相手から見て 回答なし');
    expect(line).toContain('合計 933 / 1000点');
  });

  test('puts hospitals that take no requests last and says so', async () => {
    const { visit } = await seeded();
    const { body } = await visit(home);
    const line = textOf(body.split('<li class="entry"').at(-1) ?? '');
    expect(line).toContain(shut.name);
    expect(line).toContain('受入相談は不可と回答しています。');
    expect(namesIn((await visit(`${home}?open=yes`)).body)).not.toContain(shut.name);
  });

  test('re-ranks by own weights in the address, and only by those of the own direction', async () => {
    const { visit } = await seeded();
    const { body } = await visit(`${home}?w.rooms=0&w.housing=%EF%BC%91%EF%BC%90`);
    expect(namesIn(body).slice(0, 2)).toEqual([rich.name, isle.name]);
    expect(textOf(body)).toContain('2項目の重みを貴院が変えた並びです。');
    expect(body).toContain(`href="${home}/${rich.id}?w.rooms=0&amp;w.housing=10"`);
    const forged = await visit(`${home}?w.wanted=0&w.rooms=-1&w.nothing=3&w.housing=3`);
    expect(textOf(forged.body)).toContain('厚生労働省が公表したもの');
  });

  test('is narrowed by prefecture, class and answers, without a script', async () => {
    const { visit } = await seeded();
    expect(namesIn((await visit(`${home}?prefecture=01`)).body)).toEqual([isle.name]);
    expect(namesIn((await visit(`${home}?class=3`)).body)).toEqual([isle.name]);
    expect(namesIn((await visit(`${home}?q.housing=family`)).body)).toEqual([rich.name, shut.name]);
    expect(namesIn((await visit(`${home}?q.trades.trade=tea`)).body)).toEqual([rich.name]);
    expect(namesIn((await visit(`${home}?q.trades.trade=%3Cscript%3E`)).body)).toHaveLength(4);
    const none = await visit(`${home}?prefecture=01&q.housing=family`);
    expect(none.status).toBe(200);
    expect(textOf(none.body)).toContain('条件に合う病院はありません');
  });

  test('counts what each choice would leave, under the other filters as they stand', async () => {
    const { visit } = await seeded();
    const { body } = await visit(`${home}?open=yes&counts=yes`);
    expect(textOf(body)).toContain('単身用（2）');
    expect(textOf(body)).toContain('世帯用（1）');
    expect(textOf(body)).toContain('丙県（2）');
    expect(textOf(body)).toContain('相談を受け付けている病院だけを見る（3）');
    expect(body).toContain('name="counts" value="yes"');
  });

  test('shows where the hospitals are as a map that leads to them, and the same as a table', async () => {
    const { visit } = await seeded();
    const { body } = await visit(home);
    expect(body).toContain('岩手3院 1位：3病院、最上位は1位');
    expect(textOf(body)).toContain(`丙県 3病院 1位 ${rich.name}`);
    const there = await visit(`${home}?prefecture=03`);
    expect(textOf(there.body)).toContain(`丙北 3病院 1位 ${rich.name}`);
  });

  test('can be saved as a workbook that says what the page says, with the contact of those who take requests only', async () => {
    const { desk } = await seeded();
    await desk.table.putAll([
      ...submission(round, rich, { talks: 'yes', rooms: 90, desk: '宿場の係', memo: '県だけに' }),
      ...submission(round, shut, { talks: 'no', rooms: 99, housing: ['single', 'family'], desk: '休みの係' }),
    ]);
    const visit = await visitorOf(desk, reader());
    const { status, body } = await visit(`${home}/xlsx`);
    expect(status).toBe(200);
    const read = await readXlsx(Buffer.from(body, 'base64'));
    if (!read.ok) throw new Error('unreadable');
    const [lines, reasons, about] = read.value.sheets.map(({ rows: cells }) => cells);
    const head = lines?.[0] ?? [];
    const first = lines?.[1] ?? [];
    const at = (label: string) => first[head.indexOf(label)];
    expect(lines?.slice(1).map(([, name]) => name)).toEqual([rich.name, isle.name, poor.name, shut.name]);
    const parts = first.filter((_, column) => String(head[column]).endsWith('（点）'));
    expect(parts.reduce((sum: number, part) => sum + Number(part ?? 0), 0)).toBe(at('合計（1000点満点）'));
    expect(at('窓口')).toBe('宿場の係');
    expect(JSON.stringify(read.value)).not.toContain('休みの係');
    expect(JSON.stringify(read.value)).not.toContain('県だけに');
    expect(reasons?.some((row) => row.includes('部屋 90 室（2026年11月20日 回答）'))).toBe(true);
    expect(about).toContainEqual(['病院の数', '4病院（絞り込む前4病院）']);
    const narrowed = await readXlsx(Buffer.from((await visit(`${home}/xlsx?prefecture=01`)).body, 'base64'));
    expect(narrowed.ok && narrowed.value.sheets[0]?.rows.slice(1).map(([, name]) => name)).toEqual([isle.name]);
  });

  test('can be narrowed by what was answered to an earlier form of the same side', async () => {
    const { desk } = await seeded();
    const [edition] = village.editions;
    if (!edition) throw new Error('no edition');
    const season: Survey = {
      id: 'season',
      title: '季節の調べ',
      form: { ...lodgeForm, id: 'village-season', sections: [{ ...lodgeForm.sections[0], questions: [] }] },
      asks: 'destination',
      informs: 'source',
    } as Survey;
    const surveys = [...edition.surveys, season];
    const later = villageRound('season', 'lodges', {
      survey: 'season',
      form: { id: 'village-season', version: 1 },
      state: 'released',
      releasedAt: '2027-01-10T00:00:00.000Z',
    });
    const with3 = { ...desk, programs: [{ ...village, editions: [{ ...edition, surveys }] }] };
    const pool = await readPool(desk.table, round);
    if (!pool) throw new Error('no pool');
    const done = { ...round, state: 'released' as const, releasedAt: '2026-12-01T00:00:00.000Z' };
    const latest = [rich, isle].map(({ id }) =>
      rows.latest.item({
        organisation: id,
        form: lodgeForm.id,
        round: round.id,
        revision: 1,
        submittedAt: '2026-11-20T03:00:00.000Z',
        version: 1,
      }),
    );
    await desk.table.putAll([rows.round.item(later), rows.round.item(done), ...latest]);
    await keepPool(desk.table, later, { ...pool, revisions: {} });
    const visit = await visitorOf(with3, reader(guild.id, { round: later.id }));
    const { body } = await visit(`/h/rounds/${later.id}/list?q.housing=family`);
    expect(namesIn(body)).toEqual([rich.name, shut.name]);
  });

  test('marks whom the hospital already asked', async () => {
    const { desk, visit } = await seeded();
    const wish = { round: round.id, organisation: guild.id, partner: rich.id, message: '相談' };
    await startApproach(desk, reader(), wish);
    expect(textOf((await visit(home)).body)).toContain('相談：打診');
    const other = await visitorOf(desk, reader('0101-other'));
    expect((await other(home)).body).not.toContain('打診');
  });

  test('gives the script what it needs to reach the same order by itself', async () => {
    const { visit } = await seeded();
    const { status, body } = await visit(home, { accept: 'application/json' });
    expect(status).toBe(200);
    const data = JSON.parse(body);
    expect(data.partners.map(([id]: [string]) => id).sort()).toEqual([isle.id, poor.id, rich.id, shut.id].sort());
    expect(body).not.toContain(foreign.id);
    expect(Buffer.from(data.points, 'base64')).toHaveLength(4 * 3);
  });
});

describe('who may open a list', () => {
  test('nobody without a link, and nobody by a link for answering or for another round', async () => {
    const { desk } = await seeded();
    const stranger = await visitorOf(desk);
    expect(await stranger(home)).toMatchObject({ status: 303, location: '/h/open' });
    const answering = await visitorOf(desk, reader(rich.id, { purpose: 'answer' }));
    expect((await answering(home)).status).toBe(403);
    const elsewhere = await visitorOf(desk, reader(guild.id, { round: 'other' }));
    expect((await elsewhere(home)).status).toBe(403);
    const office = await visitorOf(desk, { kind: 'ministry', id: 'm', name: '係' });
    expect((await office(home)).status).toBe(403);
  });

  test('before release, and for a hospital without a list, it says so in words', async () => {
    const early = villageDesk();
    await early.table.putAll([rows.round.item(round), rows.organisation.item(guild)]);
    const visit = await visitorOf(early, reader());
    const before = await visit(home);
    expect(before.status).toBe(404);
    expect(textOf(before.body)).toContain('一覧はまだできていません');
    const { desk } = await seeded();
    const lodge = await visitorOf(desk, reader(rich.id));
    expect(textOf((await lodge(home)).body)).toContain('貴院のための一覧はありません');
  });
});

describe('a long list', () => {
  test('comes in fifties that keep the conditions, and stays light', async () => {
    const long = villageRound('long');
    const desk = villageDesk();
    const lodges = Array.from({ length: 330 }, (_, at) => villager(`0301-${String(at).padStart(3, '0')}`));
    await desk.table.putAll([
      rows.round.item(long),
      rows.organisation.item(guild),
      ...lodges.map((one) => rows.organisation.item(one)),
      ...lodges.flatMap((one, at) => submission(long, one, { talks: 'yes', rooms: at % 100, housing: ['single'] })),
    ]);
    await release(desk, long);
    const visit = await visitorOf(desk, reader(guild.id, { round: long.id }));
    const first = await visit(`/h/rounds/long/list?w.rooms=9`);
    expect(namesIn(first.body)).toHaveLength(50);
    expect(textOf(first.body)).toContain('つぎの50病院');
    expect(first.body).toContain('href="/h/rounds/long/list?w.rooms=9&amp;page=2"');
    expect(brotliCompressSync(first.body).length).toBeLessThan(40_000);
    const last = await visit(`/h/rounds/long/list?w.rooms=9&page=7`);
    expect(namesIn(last.body)).toHaveLength(30);
    expect(namesIn((await visit(`/h/rounds/long/list?page=99`)).body)).toHaveLength(30);
  });
});

describe('comparing', () => {
  test('sets up to four hospitals of the own list side by side, with every reason and answer', async () => {
    const { visit } = await seeded();
    const { status, body } = await visit(`${home}/compare?ids=${rich.id}&ids=${poor.id}&ids=${foreign.id}`);
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toContain('2病院');
    expect(text).toContain('部屋 90 室（2026年11月20日 回答）');
    expect(text).toContain('単身用、世帯用');
    expect(text).toContain('未回答');
    expect(text).not.toContain(foreign.name);
  });

  test('asks for at least two and says when more than four were chosen', async () => {
    const { visit } = await seeded();
    expect(textOf((await visit(`${home}/compare?ids=${rich.id}`)).body)).toContain('2つから4つ選んで');
    expect((await visit(`${home}/compare`)).status).toBe(200);
  });
});
