import { beforeEach, describe, expect, test } from 'vitest';
import { nobody } from '#lib/core/permission/actor.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { type Visitor, visitor } from './visit.ts';

let country: SmallCountry;
let staff: Visitor;

beforeEach(async () => {
  country = await smallCountry();
  staff = await visitor(country, ministry);
});

const typed = (more: Readonly<Record<string, string | readonly string[]>> = {}) => ({
  survey: `koiki/${country.edition.id}/small`,
  title: '受入調査',
  'due-year': '令和9年1月29日',
  'due-month': '',
  'due-day': '',
  'release-year': '2027',
  'release-month': '２',
  'release-day': '12',
  ladder: ['-7', '1'],
  officeName: '医事課',
  officeTelephone: '０３－００００－００００',
  request: 'press1',
  ...more,
});

const prepare = async () => (await staff.post('/s/rounds/new', typed())).location?.replace('/preview', '') ?? '';

async function open(): Promise<string> {
  const path = await prepare();
  await staff.post(`${path}/open`, { confirm: 'yes', asked: '3' });
  await country.runJobs();
  return path;
}

describe('a prepared round', () => {
  const plan = (more: Readonly<Record<string, string | readonly string[]>> = {}) => ({
    ...typed(),
    version: '1',
    ...more,
  });
  const stored = () => country.all().find(({ sk }) => sk === 'ROUND');

  test('shows its plan to be changed, and leads back to what would be sent', async () => {
    const path = await prepare();
    const { html } = await staff.get(`${path}/plan`);
    for (const value of ['受入調査', '医事課', '03-0000-0000']) expect(html).toContain(`value="${value}"`);
    const changed = plan({ title: '受入調査（再）', 'due-year': '令和9年2月5日', ladder: ['-3'] });
    expect(await staff.post(`${path}/plan`, changed)).toMatchObject({ status: 303, location: `${path}/preview` });
    expect(stored()).toMatchObject({
      title: '受入調査（再）',
      due: '2027-02-05',
      ladder: [{ offset: -3 }],
      version: 2,
    });
    expect((await staff.get(`${path}/preview`)).html).toContain('受入調査（再）');
  });

  test('keeps what was typed where a field is wrong, and changes nothing', async () => {
    const path = await prepare();
    const { status, html } = await staff.post(
      `${path}/plan`,
      plan({ title: '新しい名前', 'release-day': '1', 'release-month': '1' }),
    );
    expect(status).toBe(422);
    expect(html).toContain('提供日には、回答期限より後の日を入力してください。');
    expect(html).toContain('value="新しい名前"');
    expect(stored()).toMatchObject({ title: '受入調査', version: 1 });
  });

  test('changed by two at once keeps the first, and tells the second', async () => {
    const path = await prepare();
    await staff.post(`${path}/plan`, plan({ title: '先の名前' }));
    expect((await staff.post(`${path}/plan`, plan({ title: '先の名前' }))).status).toBe(303);
    const late = await staff.post(`${path}/plan`, plan({ title: '後の名前' }));
    expect(late.status).toBe(409);
    expect(late.html).toContain('同時にほかの操作がありました。');
    expect(stored()).toMatchObject({ title: '先の名前', version: 2 });
  });

  test('is not changed any more once it is sent', async () => {
    const path = await open();
    expect((await staff.get(`${path}/plan`)).location).toBe(path);
    expect((await staff.post(`${path}/plan`, plan({ title: '遅い名前' }))).location).toBe(path);
    expect(stored()).toMatchObject({ title: '受入調査' });
  });
});

describe('preparing a round', () => {
  test('takes a day typed whole in Japanese years, or in parts and full width', async () => {
    expect(await prepare()).toMatch(/^\/s\/rounds\/koiki-/);
    const round = country.all().find(({ sk }) => sk === 'ROUND');
    expect(round).toMatchObject({ due: '2027-01-29', release: '2027-02-12', state: 'preparing' });
  });

  test('the same press twice makes one round', async () => {
    expect(await prepare()).toBe(await prepare());
    expect(country.all().filter(({ sk }) => sk === 'ROUND')).toHaveLength(1);
  });

  test('says at each field what is missing and keeps what was typed', async () => {
    const wrong = typed({ title: '', 'due-year': '令和8年1月29日', survey: '', officeTelephone: 'abc' });
    const { status, html } = await staff.post('/s/rounds/new', wrong);
    expect(status).toBe(422);
    expect(html).toContain('<title>エラー：調査を準備する｜連携</title>');
    for (const message of [
      '何を聞くかを選んでください。',
      '調査の名前を入力してください。',
      '回答期限には、明日以降の日を入力してください。',
      '電話番号を、例えば「03-0000-0000」のように入力してください。',
    ]) {
      expect(html.split(message)).toHaveLength(3);
    }
    expect(html).toContain('value="令和8年1月29日"');
    expect(html).toContain('href="#due"');
  });

  test('a due day far beyond the known holidays is refused, not a failure', async () => {
    expect((await staff.post('/s/rounds/new', typed({ 'due-year': '9999年1月1日' }))).status).toBe(422);
  });
});

describe('the preview', () => {
  test('orders a check of addresses once a day, and says how it stands', async () => {
    const path = await prepare();
    expect((await staff.get(`${path}/preview`)).html).toContain(`${path}/check`);
    expect(await staff.post(`${path}/check`)).toMatchObject({ status: 303, location: `${path}/preview#check` });
    expect((await staff.get(`${path}/preview`)).html).toContain('メールを用意しています');
    await country.runJobs();
    const { html } = await staff.get(`${path}/preview`);
    expect(html).toContain('届いた病院は0、結果を待っている病院は3、届かない病院は0です。');
    expect(html).not.toContain(`${path}/check`);
    expect((await staff.get('/s/notices')).html).toContain('宛先の確認');
  });

  test('shows who is asked, who is not and why, one mail, and what moved off a holiday', async () => {
    const { html } = await staff.get(`${await prepare()}/preview`);
    expect(html).toContain('依頼先の病院と理由（3病院）');
    expect(html).toContain('要確認の病院（1病院）');
    expect(html).toContain('依頼しない病院と理由（3病院）');
    expect(html).toContain('【回答のお願い】受入調査');
    expect(html).toContain('XXXXX-XXXXX');
    expect(html).toContain('2027年（令和9年）1月30日（土）は土曜日のため移しました。');
    expect(country.all().filter(({ pk }) => pk.startsWith('OUT#'))).toHaveLength(0);
  });

  test('sends nothing without the tick, nor when the register changed meanwhile', async () => {
    const path = await prepare();
    expect((await staff.post(`${path}/open`, { asked: '3' })).html).toContain('内容を確かめたら、印を付けてください。');
    const changed = await staff.post(`${path}/open`, { asked: '2', confirm: 'yes' });
    expect(changed.status).toBe(422);
    expect(changed.html).toContain('依頼先が3病院になりました');
    expect(country.all().find(({ sk }) => sk === 'ROUND')).toMatchObject({ state: 'preparing' });
  });

  test('can be given up, and then opens no more', async () => {
    const path = await prepare();
    expect((await staff.post(`${path}/cancel`)).location).toBe('/s/rounds');
    await staff.post(`${path}/open`, { asked: '3', confirm: 'yes' });
    expect(country.all().find(({ sk }) => sk === 'ROUND')).toMatchObject({ state: 'cancelled' });
  });
});

describe('an opened round', () => {
  test('leads to its job, which can be watched until it is done', async () => {
    const path = await prepare();
    const { location = '' } = await staff.post(`${path}/open`, { confirm: 'yes', asked: '3' });
    expect(location).toMatch(/^\/s\/jobs\//);
    expect((await staff.get(location)).html).toContain('処理中');
    await country.runJobs();
    const { html } = await staff.get(location);
    expect(html).toContain('3病院に依頼しました。');
    expect(html).toContain('完了');
  });

  test('shows its funnel, map, mails and coming reminders, with the weekday of each date', async () => {
    const { html } = await staff.get(await open());
    expect(html).toContain('受付中');
    expect(html).toContain('3病院（100%）');
    expect(html).toContain('岩手0% 提出0／依頼3病院');
    expect(html).toContain('2027年（令和9年）1月22日（金）');
    expect(html).toContain('予約');
  });

  test('moves its due day, and says at the field why it cannot', async () => {
    const path = await open();
    const moved = await staff.post(`${path}/extend`, { 'due-year': 'R9.2.5', 'due-month': '', 'due-day': '' });
    expect(moved.location).toBe(`${path}?done=extended`);
    const late = await staff.post(`${path}/extend`, { 'due-year': '2027', 'due-month': '3', 'due-day': '1' });
    expect(late.status).toBe(422);
    expect(late.html).toContain('新しい回答期限には、提供日より前の日を入力してください。');
    expect(late.html).toContain('value="3"');
    const none = await staff.post(`${path}/extend`, {});
    expect(none.html).toContain('新しい回答期限の年月日を');
  });

  test('is not released while nothing could be passed on', async () => {
    const path = await open();
    const { status, html } = await staff.post(`${path}/release/propose`, { covers: '', confirm: 'yes' });
    expect(status).toBe(422);
    expect(html).toContain('提供できる回答がまだありません。');
  });
});

describe('today', () => {
  test('shows the ministry what waits, and a prefecture only its own', async () => {
    await prepare();
    expect((await staff.get('/s/home')).html).toContain('内容を確かめて、依頼を送る');
    const local = await visitor(country, iwate);
    expect((await local.get('/s/home')).html).not.toContain('受入調査');
    await open();
    const { html } = await local.get('/s/home');
    expect(html).toContain('今日すること（岩手県）');
    expect(html).toContain('受入調査');
    expect(html).not.toContain('送信結果不明');
  });

  test('sends whoever is not signed in to the door', async () => {
    const stranger = await visitor(country, nobody);
    expect((await stranger.get('/s/home')).location).toBe('/s/sign-in');
  });

  test('a prefecture does not see a round that is being prepared', async () => {
    const path = await prepare();
    const local = await visitor(country, iwate);
    expect((await local.get(path)).status).toBe(404);
    expect((await local.get('/s/rounds')).html).not.toContain('受入調査');
  });
});
