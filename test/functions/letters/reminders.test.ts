import { beforeEach, describe, expect, test } from 'vitest';
import { rows } from '#lib/store/rows.ts';
import { settleNotice } from '#lib/usecases/settle-notice.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { openedRound } from '../staff/open-round.ts';
import { type Visitor, visitor } from '../staff/visit.ts';

let country: SmallCountry;
let round: string;
let staff: Visitor;
let local: Visitor;

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  staff = await visitor(country, ministry);
  local = await visitor(country, iwate);
});

describe('a round’s reminders', () => {
  test('are sent now by a button, once a day, and paused and taken up again', async () => {
    const path = `/s/rounds/${round}/reminders`;
    expect((await staff.get(path)).html).toContain('3病院に今すぐ送る');
    expect((await staff.post(`${path}/now`)).location).toBe(`${path}?done=now`);
    await country.runJobs();
    const again = await staff.post(`${path}/now`);
    expect([again.status, again.html.includes('今日はすでに')]).toEqual([409, true]);
    expect(again.html).toContain('送りました（3通）');
    await staff.post(`${path}/pause`);
    expect((await staff.get(path)).html).toContain('督促を休止しています');
    expect((await staff.get(`/s/rounds/${round}`)).html).toContain('督促を休止しています');
    await staff.post(`${path}/resume`);
    expect((await staff.get(path)).html).not.toContain('督促を休止しています');
  });

  test('that should have gone are shown on the round’s page', async () => {
    country.at('2027-01-31T00:00:00.000Z');
    staff = await visitor(country, ministry);
    expect((await staff.get(`/s/rounds/${round}`)).html).toContain('時刻を過ぎても送られていません');
  });
});

describe('a mail’s words', () => {
  test('are read from the outbox, without the secret of its link', async () => {
    const [mail] = country.all().filter(({ kind, organisation }) => kind === 'request' && organisation === 'IWATE1');
    const path = `/s/notices/letter?${new URLSearchParams({ round, notice: String(mail?.sk) })}`;
    const list = await staff.get(`/s/notices?round=${round}`);
    expect(list.html).toContain(path.replaceAll('&', '&amp;'));
    const { html } = await staff.get(path);
    expect(html).toContain('いま送る場合の文面');
    expect(html).toContain('●●●●●');
    expect(html).not.toContain(String(mail?.token));
    expect((await local.get(path)).status).toBe(403);
    expect((await staff.get(`/s/notices/letter?round=${round}&notice=x`)).status).toBe(404);
  });
});

describe('handing over', () => {
  test('keeps what was typed beside what is wrong with it, and sends the colleague a link', async () => {
    const path = `/s/rounds/${round}/answers/IWATE1/hand-over`;
    const { html } = await local.get(path);
    expect(html).toContain('kenshu@iwate1.example');
    expect(html).toContain('これまでに送ったリンクは、引き継いだ後もそれぞれの期限まで使えます');
    const typed = { name: '後任 次郎', department: '', email: 'jiro＠iwate1', telephone: '', request: 'press' };
    const wrong = await local.post(path, typed);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="後任 次郎"');
    const right = await local.post(path, { ...typed, email: 'jiro@iwate1.example' });
    expect(right.location).toBe(`/s/rounds/${round}/answers/IWATE1?done=handed-over`);
    expect((await local.get(right.location ?? '')).html).toContain('新しい担当者にリンクを送りました');
  });

  test('leaves the links sent before as they were, as the page says', async () => {
    const revoked = () => country.all().filter(({ sk, revokedAt }) => sk === 'CAP' && revokedAt !== undefined);
    const links = () => country.all().filter(({ sk }) => sk === 'CAP').length;
    const before = links();
    const typed = { name: '後任 次郎', department: '', email: 'jiro@iwate1.example', telephone: '', request: 'press' };
    await local.post(`/s/rounds/${round}/answers/IWATE1/hand-over`, typed);
    expect([links() - before, revoked()]).toEqual([1, []]);
  });
});

describe('hospitals that mail does not reach', () => {
  test('get mail again when staff of their prefecture lift the address, for a reason that is kept', async () => {
    const notice = country.all().find(({ sk }) => sk.startsWith('IWATE1#request'));
    if (!notice) throw new Error('no mail');
    await settleNotice(country.desk, {
      round,
      notice: notice.sk,
      evidence: 'bounced',
      messageId: 'm',
      at: country.desk.world.now(),
    });
    const typed = { organisation: 'IWATE1', email: 'kenshu@iwate1.example', reason: ' ' };
    const dead = () => country.all().some(({ sk }) => sk === 'DEAD');
    const wrong = await local.post('/s/unreachable', typed);
    expect([wrong.status, wrong.html.includes('送信を再開する理由を入力してください。')]).toEqual([422, true]);
    const other = await visitor(country, { kind: 'prefecture', id: 'p2', name: '宮城 次郎', prefecture: '04' });
    const reason = '電話で受信設定の変更を確認';
    expect((await other.post('/s/unreachable', { ...typed, reason })).status).toBe(422);
    expect(dead()).toBe(true);
    for (const _twice of [1, 2]) {
      const right = await local.post('/s/unreachable', { ...typed, reason });
      expect(right.location).toBe('/s/unreachable?done=lifted');
    }
    expect(dead()).toBe(false);
    const kept = country.all().filter(({ act }) => act === 'address.lift');
    expect(kept.map(({ detail }) => detail)).toEqual([{ organisation: 'IWATE1', why: 'bounced', reason }]);
  });

  test('are listed with their telephone for their own prefecture, and leave the list with the dead address', async () => {
    const notice = country.all().find(({ sk }) => sk.startsWith('IWATE1#request'));
    if (!notice) throw new Error('no mail');
    await settleNotice(country.desk, {
      round,
      notice: notice.sk,
      evidence: 'bounced',
      messageId: 'm',
      at: country.desk.world.now(),
      reason: 'smtp; 550 5.1.1 user unknown',
    });
    const { html } = await local.get('/s/unreachable');
    for (const words of ['架空IWATE1病院', '000-000-0000', '宛先のアドレスがありません・5.1.1', 'なし（電話が必要）']) {
      expect(html).toContain(words);
    }
    const other = await visitor(country, { kind: 'prefecture', id: 'p2', name: '宮城 次郎', prefecture: '04' });
    expect((await other.get('/s/unreachable')).html).toContain('届かない病院はありません。');
    const hospital = country.all().find(({ pk }) => pk === 'ORG#IWATE1');
    if (!hospital) throw new Error('no hospital');
    const corrected = { ...rows.organisation.read(hospital), contacts: [{ name: '新', email: 'new@iwate1.example' }] };
    await country.desk.table.putAll([rows.organisation.item(corrected)]);
    expect((await local.get('/s/unreachable')).html).toContain('届かない病院はありません。');
  });
});
