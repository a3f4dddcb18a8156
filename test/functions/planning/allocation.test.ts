import { beforeEach, describe, expect, test } from 'vitest';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { type Visitor, visitor } from '../staff/visit.ts';
import { releasedRound, sends, takes } from './released-round.ts';

const small = { 'floor.13': '2', 'floor.26': '0', 'floor.27': '0', 'floor.33': '0', 'floor.40': '0' };
const form = { round: 'released', request: 'press', ...small };

let country: SmallCountry;
let staff: Visitor;

beforeEach(async () => {
  country = await smallCountry();
  staff = await visitor(country, ministry);
  await releasedRound(country, {
    sources: [
      ['T1', '13', sends(2)],
      ['T2', '13', sends(1)],
      ['T3', '13', undefined],
    ],
    hosts: [
      ['I1', '03', '0303', takes(1)],
      ['I2', '03', '0303', takes(1)],
      ['I3', '03', '0303', takes(1, '2027-04-01', '2027-06-30')],
      ['I4', '03', '0303', undefined],
    ],
  });
});

describe('what-if of an allocation', () => {
  test('shows the edition’s numbers with their source, and how many hospitals did not say', async () => {
    const { html } = await staff.get('/s/planning/allocation');
    expect(html).toContain('連携元3病院（うち人数の回答がなく計算に入らない病院：1）');
    expect(html).toContain('連携先4病院（うち人数の回答がなく計算に入らない病院：1）');
    expect(html).toContain('点数のある組合せ 9件');
    expect(html).toContain('value="63"');
    expect(html).toContain('1人未満切上げ）から逆算した最小の値');
  });

  test('sets the four modes side by side; only the mode with weeks leaves the host out that has none long enough', async () => {
    const { status, location } = await staff.post('/s/planning/allocation', form);
    expect([status, location?.startsWith('/s/planning/allocation/')]).toEqual([303, true]);
    expect((await staff.get(location ?? '')).html).toContain('配置の試算を計算しています');
    await country.runJobs();
    const { html } = await staff.get(location ?? '');
    expect(html.match(/3人（枠3人のうち）/g)).toHaveLength(3);
    expect(html.match(/2人（枠3人のうち）/g)).toHaveLength(1);
    expect(html).toContain('すべて守っています');
    expect(html).toContain('見つかったもの：なし');
  });

  test('gives each pair of a source its reason, and the same bytes when run again', async () => {
    const { location = '' } = await staff.post('/s/planning/allocation', form);
    await country.runJobs();
    const pairs = (await staff.get(`${location}?source=T1`)).html;
    expect(pairs).toContain('組になりました');
    expect(pairs).toMatch(
      /連携先の枠が\d+人なら組になります|連携元の枠は、これより優先される連携先で使われました|ほかの連携元で埋まりました/,
    );
    const again = await staff.post('/s/planning/allocation', {
      round: 'released',
      request: 'again',
      again: location.split('/').at(-1) ?? '',
    });
    await country.runJobs();
    expect((await staff.get(again.location ?? '')).html).toContain('同じ入力から、同じ結果になりました');
  });

  test.each(['stable', 'regional', 'best', 'free'])(
    'gives the reasons of mode %s, and how often a pair stays',
    async (mode) => {
      const { location = '' } = await staff.post('/s/planning/allocation', form);
      await country.runJobs();
      const { html } = await staff.get(`${location}?source=T1&mode=${mode}`);
      expect(html).toContain('組になりました');
      const all = mode === 'free' ? 5 : 20;
      const shares = [...html.matchAll(new RegExp(`(\\d+)／${all}回`, 'g'))].map(([, runs]) => Number(runs));
      expect(shares).toHaveLength(3);
      expect(shares.every((runs) => runs <= all)).toBe(true);
      expect(shares.some((runs) => runs > 0)).toBe(true);
    },
  );

  test('opens with the pairs that were formed and the ten best; the others can be unfolded', async () => {
    await releasedRound(country, {
      sources: [['T1', '13', sends(1)]],
      hosts: Array.from({ length: 14 }, (_, at) => [`I${at}`, '03', '0303', takes(1)] as const),
    });
    const { location = '' } = await staff.post('/s/planning/allocation', { ...form, 'floor.13': '0' });
    await country.runJobs();
    const { html } = await staff.get(`${location}?source=T1&mode=stable`);
    const [open = '', folded = ''] = html.split('次に点数の高い4件を見る');
    const hosts = (part: string) => part.match(/<th scope="row">架空I\d+病院/g)?.length;
    expect([hosts(open), hosts(folded)]).toEqual([10, 4]);
    expect(open).toContain('組になりました');
    expect(html).toContain('全14件');
  });

  test('keeps who proposes, how ties fall and other weights with the result', async () => {
    const choice = { proposer: 'host', tie: 'class', 'w.departments': '0' };
    const { location = '' } = await staff.post('/s/planning/allocation', { ...form, ...choice });
    await country.runJobs();
    const { html } = await staff.get(location);
    expect(html).toContain('連携先（連携先に最もよい安定な配置）');
    expect(html).toContain('区分①・②・③の順、同じ区分の中はくじの番号の順');
    expect(html).toMatch(/0（年度の値は\d+）/);
    const other = await staff.post('/s/planning/allocation', { ...form, request: 'other' });
    await country.runJobs();
    const hashOf = (text: string) => /<code class="hash">([0-9a-f]{64})/.exec(text)?.[1];
    expect(hashOf((await staff.get(other.location ?? '')).html)).not.toBe(hashOf(html));
  });

  test('lets each side go by its own direction, and says what another proposer would change', async () => {
    const { location = '' } = await staff.post('/s/planning/allocation', form);
    await country.runJobs();
    const own = (await staff.get(`${location}?source=T1&mode=stable`)).html;
    expect(own).toContain('それぞれの側から見た点数');
    expect(own).toContain('申し込む側を替えると');
    expect(own).toContain('連携先から');
    const other = await staff.post('/s/planning/allocation', { ...form, basis: 'total', request: 'total' });
    await country.runJobs();
    const total = (await staff.get(`${other.location}?source=T1&mode=stable`)).html;
    expect(total).toContain('両方を合わせた一覧の合計点');
    expect(total).not.toContain('連携先から');
  });

  test('keeps one press once', async () => {
    const first = await staff.post('/s/planning/allocation', form);
    const second = await staff.post('/s/planning/allocation', form);
    expect(second.location).toBe(first.location);
    expect((await staff.get('/s/planning/allocation')).html).toContain('これまでの試算（1件）');
  });

  test('names the floors and limits that cannot hold together, and what would mend them', async () => {
    const { location = '' } = await staff.post('/s/planning/allocation', { ...form, 'floor.13': '5' });
    await country.runJobs();
    const { html } = await staff.get(location);
    expect(html).toContain('下限と上限が同時には成り立ちません');
    expect(html).toContain('東京都の下限：5人 → 3人');
    expect(html).toContain('東京都の下限5人に対し3人（2人不足）');
    expect(html).toContain('見つかったもの：下限の不足1件');
  });

  test('keeps what was typed beside what is wrong with it', async () => {
    const { status, html } = await staff.post('/s/planning/allocation', { ...form, 'floor.13': '多め', seats: '1.5' });
    expect(status).toBe(422);
    expect(html).toContain('value="多め"');
    expect(html).toContain('「東京都の下限」は、0から9999までの整数で入力してください');
    expect(html).toContain('「連携先ごとの枠の増減」は、-99から99までの整数で入力してください');
  });

  test('opens on the round released last, and says plainly where no host names seats', async () => {
    await releasedRound(country, {
      id: 'later',
      releasedAt: '2026-12-02T01:00:00.000Z',
      sources: [['T1', '13', sends(2)]],
      hosts: [['I1', '03', '0303', undefined]],
    });
    const { html } = await staff.get('/s/planning/allocation');
    expect(html).toContain('受入可能人数を答えた連携先がありません（1病院）');
    expect(html).not.toContain('4つの方法で計算する');
    expect((await staff.get('/s/planning/allocation?round=released')).html).toContain('4つの方法で計算する');
  });

  test('is the ministry’s alone', async () => {
    const local = await visitor(country, iwate);
    expect((await local.post('/s/planning/allocation', form)).status).toBe(403);
  });
});
