import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { keys } from '#lib/store/keys.ts';
import { readAnswer } from '#lib/usecases/read-answer.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { clinic } from '../hospital/clinic.ts';
import { filledIn } from './filled-in.ts';
import { clerk, workbookSite } from './workbook-site.ts';

const start = '/h/rounds/r1/workbook';
const whole = {
  name: '架空第一病院',
  beds: 220,
  accepts: '可',
  'periods.0.from': '令和9年4月1日',
  'periods.0.doctors': 2,
  'support=rent': '○',
  strength: '山が近い',
} as const;

type Clinic = Awaited<ReturnType<typeof clinic>>;

let place: Clinic;
let site: Awaited<ReturnType<typeof workbookSite>>;

beforeEach(async () => {
  place = await clinic();
  site = await workbookSite(place.desk);
});

const downloaded = async (format = 'xlsx') => (await site.get(`${start}/questionnaire/${format}`)).bytes;
const valuesNow = async () => (await readAnswer(place.table, 'r1', 'h1'))?.values;
const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '';

async function uploaded(typed: Parameters<typeof filledIn>[1], keepStamp = true) {
  const { location } = await site.upload(start, await filledIn(await downloaded(), typed, keepStamp), '回答.xlsx');
  return { location, page: await site.get(location) };
}

/** Somebody else saves a section on its page. */
async function colleague(section: string, posted: Readonly<Record<string, readonly string[]>>) {
  const file = await readAnswer(place.table, 'r1', 'h1');
  const saved = await saveSection(
    place.desk,
    { ...clerk, name: '佐藤' },
    {
      round: 'r1',
      organisation: 'h1',
      section,
      posted,
      version: file?.drafts.get(section)?.version ?? 0,
      base: [],
      confirm: true,
    },
  );
  if (!saved.ok) throw new Error(saved.error.kind);
}

describe('a questionnaire there and back', () => {
  test('shows what it would change, changes nothing before the button, and then everything at once', async () => {
    const { location, page } = await uploaded(whole);
    expect(page.status).toBe(200);
    expect(page.html).toContain('変わる回答 6件');
    expect(await valuesNow()).toEqual({});
    const listed = async () => (await site.get(start)).html.includes(`href="${location}">回答.xlsx</a>`);
    expect(await listed()).toBe(true);
    const done = await site.post(location, { seen: seenIn(page.html) });
    expect(done).toMatchObject({ status: 303, location });
    expect(await valuesNow()).toEqual({
      name: '架空第一病院',
      beds: 220,
      accepts: 'yes',
      periods: [{ from: '2027-04-01', doctors: 2 }],
      support: ['rent'],
      strength: '山が近い',
    });
    expect((await site.get(location)).html).toContain('6件の回答を保存しました');
    expect(await listed()).toBe(false);
  });

  test('leaves an answer that can be submitted, and an audit entry that says it came from a file, once', async () => {
    const { location, page } = await uploaded(whole);
    const seen = seenIn(page.html);
    await Promise.all([site.post(location, { seen }), site.post(location, { seen })]);
    await site.post(location, { seen });
    const submitted = await submitAnswer(place.desk, clerk, { round: 'r1', organisation: 'h1', request: 's' });
    expect(submitted.ok).toBe(true);
    const { entries, whole: unbroken } = await auditOf(place.desk, 'r1#h1');
    expect(unbroken).toBe(true);
    expect(entries.map(({ act, detail }) => [act, detail])).toEqual([
      ['answer.take-file', { file: '回答.xlsx', answers: 6, sections: 3 }],
      ['answer.submit', { revision: 1 }],
    ]);
  });

  test('names each cell that cannot be taken in, and takes in the rest', async () => {
    const { location, page } = await uploaded({ ...whole, beds: '多数', 'support=rent': 'たぶん' });
    expect(page.html).toContain('シート1 C3');
    expect(page.html).toContain('「病床数」は、数字で入力してください');
    expect(page.html).toContain('取り込めないセル 2個');
    await site.post(location, { seen: seenIn(page.html) });
    expect(await valuesNow()).toMatchObject({ name: '架空第一病院', accepts: 'yes' });
    expect(await valuesNow()).not.toHaveProperty('beds');
    expect((await site.get(location)).html).toContain('取り込めないセル 2個');
  });

  test.each(['csv-utf8', 'csv-sjis'])('goes by %s too', async (format) => {
    await colleague('hospital', { name: ['髙﨑病院'], beds: ['10'], strength: ['=1+1\n「,」'] });
    const before = await valuesNow();
    const bytes = await downloaded(format);
    const { location } = await site.upload(start, bytes, '回答.csv');
    expect((await site.get(location)).html).toContain('いまの回答から変わるところはありません');
    expect(await valuesNow()).toEqual(before);
  });

  test('in Shift_JIS is not handed out where a character would be lost', async () => {
    await colleague('hospital', { name: ['𠮷野病院'], beds: ['10'] });
    const { status, html } = await site.get(`${start}/questionnaire/csv-sjis`);
    expect(status).toBe(422);
    expect(html).toContain('「病院名」の「𠮷」');
  });

  test('has a name with the hospital and the day', async () => {
    const { headers } = await site.get(`${start}/questionnaire/xlsx`);
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('調査票_架空第一病院_2027-01-20.xlsx');
  });
});

describe('when others answer meanwhile', () => {
  test('their answers to other questions stay, without being asked', async () => {
    const bytes = await filledIn(await downloaded(), whole);
    await colleague('hospital', { telephone: ['019-000-0000'] });
    const { location } = await site.upload(start, bytes, '回答.xlsx');
    const page = await site.get(location);
    expect(page.html).toContain('ほかの方が変えた回答 1件');
    await site.post(location, { seen: seenIn(page.html) });
    expect(await valuesNow()).toMatchObject({ name: '架空第一病院', beds: 220, telephone: '019-000-0000' });
  });

  test('a question that both changed is asked about, and neither answer is lost', async () => {
    const bytes = await filledIn(await downloaded(), whole);
    await colleague('hospital', { beds: ['180'] });
    const { location } = await site.upload(start, bytes, '回答.xlsx');
    const page = await site.get(location);
    expect(page.html).toContain('180床');
    expect(page.html).toContain('220床');
    const seen = seenIn(page.html);
    const undecided = await site.post(location, { seen });
    expect(undecided.status).toBe(422);
    expect(undecided.html).toContain('「病床数」は、残す回答を選んでください。');
    expect(await valuesNow()).toMatchObject({ beds: 180 });
    await site.post(location, { seen, 'keep.beds': 'theirs' });
    expect(await valuesNow()).toMatchObject({ beds: 180, name: '架空第一病院' });
  });

  test('who saves between the dry run and the button is not overwritten unseen', async () => {
    const { location, page } = await uploaded(whole);
    await colleague('hospital', { beds: ['180'] });
    const late = await site.post(location, { seen: seenIn(page.html) });
    expect(late.status).toBe(409);
    expect(late.html).toContain('もう一度確かめてください');
    expect(late.html).toContain('どちらの回答を残すか選んでください');
    expect(await valuesNow()).toEqual({ beds: 180 });
  });

  test('a file without its stamp is taken with a warning', async () => {
    const { page } = await uploaded(whole, false);
    expect(page.html).toContain('「ファイル情報」が失われています');
    expect(page.html).toContain('変わる回答 6件');
  });
});

describe('last time’s answers', () => {
  const previous = { name: '架空第一病院', beds: 200, accepts: 'no' };

  test('stand in the file, and count as looked at only when the clerk says so', async () => {
    place = await clinic({ previous });
    site = await workbookSite(place.desk);
    const { location, page } = await uploaded({ beds: 210 });
    expect(page.html).toContain('変わる回答 1件');
    expect(page.html).toContain('まだ確認されていない項目：受入れ');
    await site.post(location, { seen: seenIn(page.html), confirm: 'yes' });
    const drafts = (await readAnswer(place.table, 'r1', 'h1'))?.drafts;
    expect(drafts?.get('hospital')).toMatchObject({ values: { beds: 210 }, unchanged: false });
    expect(drafts?.get('acceptance')).toMatchObject({ values: { accepts: 'no' }, unchanged: true });
  });
});

describe('a file that is not this questionnaire', () => {
  const refused = async (bytes: Uint8Array, name = '回答.xlsx') => {
    const sent = await site.upload(start, bytes, name);
    const { status, html } = sent.status === 303 ? await site.get(sent.location) : sent;
    expect(status).toBe(sent.status === 303 ? 200 : 422);
    return /error-summary[\s\S]*?<li><a[^>]*>([^<]*)/.exec(html)?.[1] ?? '';
  };
  const stampedFor = async (from: string, to: string) => {
    const parts = unzipSync(await filledIn(await downloaded(), {}));
    const changed = Object.entries(parts).map(([name, content]): [string, Uint8Array] => [
      name,
      strToU8(new TextDecoder().decode(content).replaceAll(from, to)),
    ]);
    return zipSync(Object.fromEntries(changed));
  };

  test('is told so in words, and no dry run is kept', async () => {
    expect(await refused(strToU8('<html>'))).toContain('この調査の調査票ではない');
    expect(await refused(new Uint8Array())).toContain('空です');
    expect(await refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'a.xls')).toContain('.xls');
    expect(await refused(zipSync({ 'a.txt': strToU8('x') }))).toContain('.xlsx');
    const book = unzipSync(await downloaded());
    expect(await refused(zipSync({ ...book, 'xl/vbaProject.bin': strToU8('x') }), 'a.xlsm')).toContain('マクロ');
    expect(await refused(zipSync({ ...book, 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) }))).toContain(
      '大きすぎます',
    );
    expect(await refused(new Uint8Array(2_500_000).fill(65))).toContain('2MBまで');
    expect(await refused(await stampedFor('round=r1', 'round=r2'))).toContain('別の調査');
    expect(await refused(await stampedFor('organisation=h1', 'organisation=h2'))).toContain('別の病院');
    expect(await refused(await stampedFor('version=1', 'version=0'))).toContain('ファイルは第0版、いまは第1版');
    expect((await site.post(start, {})).status).toBe(422);
    expect(place.table.all().filter(({ pk }) => pk === keys.workbook('r1', 'h1', '').pk)).toEqual([]);
  });

  test('with formulas, errors and merged cells says so by cell', async () => {
    const parts = unzipSync(await filledIn(await downloaded(), whole));
    const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    const odd = xml
      .replace(/<c r="C3"><v>220<\/v><\/c>/, '<c r="C3"><f>200+20</f><v>220</v></c>')
      .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="C4:C5"/></mergeCells>');
    expect(odd).toContain('<f>');
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(odd) });
    const { location } = await site.upload(start, bytes, '回答.xlsx');
    const { html } = await site.get(location);
    expect(html).toContain('シート1 C3「病床数」：数式の計算結果を読み取りました');
    expect(html).toContain('結合されたセルです');
  });

  test('is forgotten after a week, and was never another hospital’s to see', async () => {
    const { location } = await uploaded(whole);
    const other = await workbookSite(place.desk, { ...clerk, organisation: 'h2' });
    expect((await other.get(location)).status).toBe(404);
    place.at('2027-01-28T05:03:00.000Z');
    site = await workbookSite(place.desk);
    expect((await site.get(location)).location).toBe(start);
  });
});

test('nothing is taken in once the answer was submitted', async () => {
  const { location, page } = await uploaded(whole);
  await site.post(location, { seen: seenIn(page.html) });
  const second = await uploaded({ beds: 99 });
  await submitAnswer(place.desk, clerk, { round: 'r1', organisation: 'h1', request: 's' });
  const late = await site.post(second.location, { seen: seenIn(second.page.html) });
  expect(late.status).toBe(409);
  expect(late.html).toContain('いまは回答を変更できないため');
  expect(await valuesNow()).toMatchObject({ beds: 220 });
  expect(await place.table.get(keys.section('r1', 'h1', 'hospital'))).toMatchObject({ version: 1 });
  expect((await site.get(start)).html).toContain('いまは回答を変更できないため');
});

describe('a file that is still being read', () => {
  test('is said to be, keeps its address, and shows its dry run there once it was read, however often', async () => {
    const sent = await site.hand(start, await filledIn(await downloaded(), whole), '回答.xlsx');
    const waiting = await site.get(sent.location);
    expect([waiting.status, waiting.html.includes('調査票を読み取っています')]).toEqual([200, true]);
    expect(waiting.html).toContain('http-equiv="refresh"');
    await Promise.all([site.read(sent.location), site.read(sent.location)]);
    expect((await site.get(sent.location)).html).toContain('変わる回答 6件');
  });

  test('leaves the list by a button once it was read or could not be, with one audit entry however often it is pressed', async () => {
    const { location } = await site.hand(start, new TextEncoder().encode('<html>'), '写真.xlsx');
    const id = location.split('/').at(-1) ?? '';
    expect((await site.get(start)).html).not.toContain('一覧から消す');
    expect((await site.post(`${location}/dismiss`, {})).location).toBe(start);
    expect((await site.get(start)).html).toContain('写真.xlsx');
    await site.read(location);
    expect((await site.get(start)).html).toContain('読み取れませんでした');
    const other = await workbookSite(place.desk, { ...clerk, organisation: 'h2' });
    const stranger = await other.post(`${location}/dismiss`, {});
    expect(stranger.status).not.toBe(303);
    expect((await site.get(start)).html).toContain('一覧から消す：写真.xlsx');
    for (const _ of [1, 2]) expect((await site.post(`${location}/dismiss`, {})).location).toBe(start);
    expect((await site.get(start)).html).not.toContain('写真.xlsx');
    const { entries, whole } = await auditOf(place.desk, id);
    expect(entries).toMatchObject([
      { act: 'reading.dismiss', detail: { file: '写真.xlsx', round: 'r1', organisation: 'h1' } },
    ]);
    expect(whole).toBe(true);
  });

  test('is nobody else’s to see, and a button pressed too early takes nothing in', async () => {
    const sent = await site.hand(start, await filledIn(await downloaded(), whole), '回答.xlsx');
    const other = await workbookSite(place.desk, { ...clerk, organisation: 'h2' });
    expect((await other.get(sent.location)).status).toBe(404);
    expect((await site.get(`${start}/uploads/nosuchjob`)).status).toBe(404);
    await site.post(sent.location, { seen: '' });
    expect(await valuesNow()).toEqual({});
  });

  test('may be as large as is allowed, in parts, and comes out as it went in', async () => {
    const text = `項目ID,質問,回答\r\nbeds,病床数,220\r\n,${'長'.repeat(600_000)},\r\n`;
    const { location } = await site.upload(start, Buffer.from(text), '回答.csv');
    expect((await site.get(location)).html).toContain('変わる回答 1件');
  });
});
