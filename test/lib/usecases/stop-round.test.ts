import { beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { reopenRound, stopRound } from '#lib/usecases/stop-round.ts';
import { tick } from '#lib/usecases/tick.ts';
import { clerkOf, openedRound, submitted } from '#test/functions/staff/open-round.ts';
import { visitor } from '#test/functions/staff/visit.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;
let round: string;
const why = '調査票を直しています。';
const queue = { send: async () => {} };
const queues = { jobs: queue, mails: queue, mailEvents: { empty: async () => true } };

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
});

const save = (places: string) =>
  saveSection(country.desk, clerkOf(round, 'IWATE1'), {
    round,
    organisation: 'IWATE1',
    section: 'capacity',
    posted: { places: [places] },
    version: 0,
    base: [],
    confirm: true,
  });

describe('a stopped round', () => {
  test('takes no answer and reminds nobody; taken up again it does both', async () => {
    expect((await stopRound(country.desk, ministry, round, why)).ok).toBe(true);
    expect(await save('3')).toMatchObject({ ok: false, error: { kind: 'closed' } });
    country.at('2027-01-22T01:00:00.000Z');
    expect((await tick(country.desk, queues)).reminders).toBe(0);
    expect((await reopenRound(country.desk, ministry, round)).ok).toBe(true);
    expect((await save('3')).ok).toBe(true);
    expect((await tick(country.desk, queues)).reminders).toBe(1);
  });

  test('needs a reason, keeps it for the hospitals, and forgets it when taken up again', async () => {
    expect(await stopRound(country.desk, ministry, round, '  ')).toMatchObject({ error: { kind: 'problem' } });
    expect(await stopRound(country.desk, ministry, round, 'あ'.repeat(501))).toMatchObject({
      error: { kind: 'problem' },
    });
    await stopRound(country.desk, ministry, round, why);
    expect((await readRound(country.desk, round))?.stoppedFor).toBe(why);
    await reopenRound(country.desk, ministry, round);
    expect(await readRound(country.desk, round)).not.toHaveProperty('stoppedFor');
  });

  test('pressed twice is stopped once, and every move stands in its history', async () => {
    await stopRound(country.desk, ministry, round, why);
    await stopRound(country.desk, ministry, round, why);
    await reopenRound(country.desk, ministry, round);
    await reopenRound(country.desk, ministry, round);
    const { entries, whole } = await auditOf(country.desk, round);
    expect([whole, ...entries.map(({ act }) => act).slice(-2)]).toEqual([true, 'round.stop', 'round.reopen']);
  });

  test('is stopped and taken up from its page by the ministry alone, and can still be released', async () => {
    await submitted(country, round, 'IWATE2', 2);
    const [staff, prefecture] = [await visitor(country, ministry), await visitor(country, iwate)];
    const path = `/s/rounds/${round}`;
    expect((await staff.post(`${path}/stop`, { 'stop-reason': '' })).html).toContain('受付を止める理由を入力');
    expect((await prefecture.post(`${path}/stop`, { 'stop-reason': why })).status).toBe(403);
    expect((await staff.post(`${path}/stop`, { 'stop-reason': why })).location).toBe(`${path}?done=stopped`);
    const page = (await staff.get(path)).html;
    expect(page).toContain('受付停止中');
    expect(page).toContain('提供する内容を確かめる');
    expect((await prefecture.get(path)).html).not.toContain('受付を再開する');
    expect((await staff.post(`${path}/reopen`)).location).toBe(`${path}?done=reopened`);
    expect((await readRound(country.desk, round))?.state).toBe('open');
  });
});
