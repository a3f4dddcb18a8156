import { beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#functions/register/routes.ts';
import { csrfToken } from '#functions/site/cookie.ts';
import { site } from '#functions/site/site.ts';
import { lists } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { openSession } from '#lib/usecases/sessions.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { context, eventOf, visitor } from '../staff/visit.ts';

const origin = 'https://renkei.example';
const path = '/s/organisations/import';

/** Bytes of a text as Excel for Windows saves it: the code page is turned round from what the platform can decode. */
function cp932(text: string): Buffer {
  const bytes = new Map<string, number[]>();
  const decoder = new TextDecoder('shift_jis');
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++)
      bytes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (bytes.get(one) ?? [0x3f]))));
}

let country: SmallCountry;
let secret: string;

beforeEach(async () => {
  country = await smallCountry();
  secret = await openSession(country.desk, ministry);
});

const serve = () => site({ desk: { ...country.desk, origin }, origin, routes, door: '/s/sign-in' });

async function post(address: string, file?: Buffer): Promise<{ status: number; text: string; location: string }> {
  const form = new FormData();
  form.set('csrf', csrfToken(secret));
  if (file) form.set('file', new File([new Uint8Array(file)], '架空の名簿.csv', { type: 'text/csv' }));
  const sent = new Response(form);
  const event = eventOf('POST', address, secret, Buffer.from(await sent.arrayBuffer()).toString('base64'));
  const headers = { ...event.headers, 'content-type': sent.headers.get('content-type') ?? '' };
  const {
    statusCode,
    headers: back,
    body,
  } = Object(await serve()({ ...event, headers, isBase64Encoded: true }, context));
  const text = String(body)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return { status: statusCode, text, location: String(back.location ?? '') };
}

const get = async (address: string): Promise<string> => {
  const { body } = Object(await serve()(eventOf('GET', address, secret, undefined), context));
  return String(body)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
};

const register = [
  '施設コード,病院名,都道府県,二次医療圏,メールアドレス,備考',
  '0390001,架空みちのく病院,岩手県,盛岡,kensyu@michinoku.example,',
  '0390002,架空はやちね病院,岩手,,kensyu@hayachine.example,域がわからない',
  '0390003,架空まぼろし病院,まぼろし県,,kensyu@maboroshi.example,',
  '0390004,架空ちがう病院,岩手県,札幌,kensyu@chigau.example,',
  '?!,架空あやしい病院,岩手県,盛岡,kensyu-ayashii,',
  '0390001,架空みちのく病院,岩手県,盛岡,kensyu@michinoku.example,',
  '0390005,架空ながい病院,岩手県,盛岡,kensyu@nagai.example,,多い',
].join('\r\n');

const hospitalsOf = async (prefecture: string) => {
  const { items } = await country.desk.table.query({
    index: 'gsi1',
    pk: lists.organisations('hospital'),
    prefix: `${prefecture}#`,
  });
  return items.map((item) => rows.organisation.read(item));
};

describe('a register from Excel for Windows', () => {
  test('is tried first, with a line for every row that cannot be taken in, and changes nothing', async () => {
    const before = await hospitalsOf('03');
    const { status, location } = await post(path, cp932(register));
    expect(status).toBe(303);
    const text = await get(location);
    for (const line of [
      '4行目 架空まぼろし病院 都道府県「まぼろし県」が見つかりません。',
      '5行目 架空ちがう病院 二次医療圏「札幌」が岩手県に見つかりません。',
      '6行目 架空あやしい病院 施設コードは、4〜14桁の数字で入力してください。メールアドレス「kensyu-ayashii」を確かめてください。',
      '7行目 架空みちのく病院 2行目と同じ病院です。',
      '8行目 架空ながい病院 列の数が見出しより多くなっています。',
      '読み込まない列：「備考」',
      '2件を取り込む',
    ]) {
      expect(text).toContain(line);
    }
    expect(await hospitalsOf('03')).toEqual(before);
  });

  test('can be left and come back to: today’s page leads to its dry run, which says what it would do now', async () => {
    const { location } = await post(path, cp932(register));
    const staff = await visitor(country, ministry);
    const job = location.split('/').at(-1);
    expect((await staff.get('/s/home')).html).toContain(`/s/jobs/${job}`);
    expect((await staff.get(`/s/jobs/${job}`)).location).toBe(location);
    expect(await get(location)).toContain('新しく加わる病院・担当部署 2件');
    const [first] = await hospitalsOf('03');
    if (!first) throw new Error('no hospital of 岩手');
    await country.desk.table.putAll([
      rows.organisation.item({ ...first, id: '0390002', name: '架空はやちね病院', contacts: [] }),
    ]);
    expect(await get(location)).toContain('内容が変わる病院・担当部署 1件');
    await post(location);
    expect((await staff.get(location)).location).toBe(`/s/jobs/${job}`);
    expect((await staff.get(`${path}/no-such-job`)).status).toBe(404);
  });

  test('can be given up: it leaves today’s page and can be taken in no more', async () => {
    const { location } = await post(path, cp932(register));
    const before = await hospitalsOf('03');
    expect((await post(`${location}/give-up`)).location).toBe('/s/organisations');
    const staff = await visitor(country, ministry);
    expect((await staff.get('/s/home')).html).not.toContain('名簿の取込み（');
    expect((await staff.get(`/s/jobs/${location.split('/').at(-1)}`)).html).toContain('取り込まずに取りやめました。');
    await post(location);
    await country.runJobs();
    expect(await hospitalsOf('03')).toEqual(before);
  });

  test('is taken in when it is said, once however often, and the job says what it did', async () => {
    await post(path, cp932(register));
    const { items } = await country.desk.table.query({ index: 'gsi1', pk: lists.jobs() });
    const job = items.map((item) => rows.job.read(item)).find(({ kind }) => kind === 'import-organisations');
    const first = await post(`${path}/${job?.id}`);
    expect(first).toMatchObject({ status: 303, location: `/s/jobs/${job?.id}` });
    expect(await post(`${path}/${job?.id}`)).toMatchObject({ status: 303, location: first.location });
    await country.runJobs();
    const taken = (await hospitalsOf('03')).filter(({ id }) => id.startsWith('0390'));
    expect(taken.map(({ id, name, area }) => [id, name, area])).toEqual([
      ['0390001', '架空みちのく病院', '0301'],
      ['0390002', '架空はやちね病院', undefined],
    ]);
  });

  test('of which no row can be taken in says so for each, and keeps none', async () => {
    const [heading = ''] = register.split('\r\n');
    const bad = [heading, ',,岩手県,盛岡,,', '0390003,架空まぼろし病院,まぼろし県,,,'].join('\r\n');
    const { status, text } = await post(path, cp932(bad));
    expect(status).toBe(422);
    expect(text).toContain('取り込める行がありません。');
    expect(text).toContain('2行目 病院名がありません。');
    expect(text).toContain('3行目 架空まぼろし病院 都道府県「まぼろし県」が見つかりません。');
  });

  test('that is no register, or no file, is told so at the field', async () => {
    expect((await post(path)).text).toContain('取り込むCSVファイルを選んでください。');
    expect((await post(path, cp932('名前だけ\r\nあ'))).text).toContain('見出しに「病院名」の列がありません。');
    expect((await post(path, Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe]))).status).toBe(422);
  });
});
