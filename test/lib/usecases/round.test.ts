import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditEntry } from '#lib/core/audit/entry.ts';
import { isWhole } from '#lib/core/audit/entry.ts';
import type { Notice } from '#lib/core/notices/notice.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Letter, Sent } from '#lib/core/ports.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { sha256 } from '#lib/usecases/digest.ts';
import { openRound, releaseRound } from '#lib/usecases/move-round.ts';
import { prepareRound } from '#lib/usecases/prepare-round.ts';
import { redeemLink } from '#lib/usecases/redeem-link.ts';
import { readPool } from '#lib/usecases/released-pool.ts';
import { reviewAnswer } from '#lib/usecases/review-answer.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { sendNotice } from '#lib/usecases/send-notice.ts';
import { settleNotice } from '#lib/usecases/settle-notice.ts';
import { startApproach } from '#lib/usecases/start-approach.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { tick } from '#lib/usecases/tick.ts';
import { iwate, ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;
let round: Round;
let roundNumber = 0;
const mails: Letter[] = [];
let next: Sent = { kind: 'accepted', messageId: 'm' };
const mailer = {
  ready: async () => true,
  async send(letter: Letter): Promise<Sent> {
    if (next.kind === 'accepted') mails.push(letter);
    return next;
  },
};

const noQueues = {
  jobs: { send: async () => {} },
  mails: { send: async () => {} },
  mailEvents: { empty: async () => true },
};

const notices = (): Notice[] =>
  country
    .all()
    .filter(({ pk }) => pk.startsWith('OUT#'))
    .map((item) => rows.notice.read(item));
const noticesOf = (kind: string) => notices().filter((one) => one.kind === kind);
const deliver = async () => {
  for (const one of notices())
    await sendNotice(country.desk, mailer, 'https://renkei.example', keys.notice(one.round, one.id));
};
const clerk = (organisation: string): Actor => ({
  kind: 'hospital',
  organisation,
  prefecture: '03',
  round: round.id,
  purpose: 'answer',
  name: '担当',
});
const save = (organisation: string, places: string, version = 0) =>
  saveSection(country.desk, clerk(organisation), {
    round: round.id,
    organisation,
    section: 'capacity',
    posted: { places: [places] },
    version,
    base: [''],
    confirm: false,
  });
const saveWords = (organisation: string) =>
  saveSection(country.desk, clerk(organisation), {
    round: round.id,
    organisation,
    section: 'words',
    posted: { strengths: ['海'] },
    version: 0,
    base: [''],
    confirm: false,
  });
const submit = (organisation: string, request: string) =>
  submitAnswer(country.desk, clerk(organisation), { round: round.id, organisation, request });
const answer = async (organisation: string) => {
  const item = await country.desk.table.get(keys.answer(round.id, organisation));
  return item && rows.answer.read(item);
};

beforeEach(async () => {
  country = await smallCountry();
  mails.length = 0;
  next = { kind: 'accepted', messageId: 'm' };
  const prepared = await prepareRound(country.desk, ministry, {
    program: 'koiki',
    edition: country.edition.id,
    survey: 'small',
    title: '受入調査',
    due: '令和9年1月29日',
    release: '2027-02-12',
    ladder: ['-7', '1'],
    officeName: '医事課',
    officeTelephone: '03-0000-0000',
    request: `press${String(roundNumber++).padStart(8, '0')}`,
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  round = prepared.value;
  await openRound(country.desk, ministry, round.id);
  await country.runJobs();
  round = rows.round.read((await country.desk.table.get(keys.round(round.id))) ?? { pk: '', sk: '' });
});

describe('opening a round', () => {
  test('asks exactly the eligible hospitals, each with one mail and one link', () => {
    expect(round).toMatchObject({ state: 'open', asked: 3 });
    expect(
      noticesOf('request')
        .map(({ organisation }) => organisation)
        .sort(),
    ).toEqual(['IWATE1', 'IWATE2', 'IWATE3']);
    expect(country.all().filter(({ pk }) => pk.startsWith('CAP#'))).toHaveLength(3);
  });

  test('ordered twice, or its job run twice, asks nobody twice', async () => {
    await openRound(country.desk, ministry, round.id);
    const job = round.job ?? '';
    await country.desk.table.write({ update: keys.job(job), set: { state: 'running', done: 0 } });
    await country.runJobs();
    expect(noticesOf('request')).toHaveLength(3);
  });
});

describe('a link', () => {
  test('opens by its button as often as needed, in any writing of its code, and marks the answer 開封', async () => {
    await deliver();
    const code = mails[0]?.text.match(/：([0-9A-Z-]{26,})）/)?.[1] ?? '';
    const opened = await redeemLink(country.desk, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(opened.ok).toBe(true);
    expect((await redeemLink(country.desk, code)).ok).toBe(true);
    if (opened.ok) expect((await answer(opened.value.capability.organisation))?.state).toBe('opened');
  });

  test('never given out, or past its day, opens nothing', async () => {
    await deliver();
    const code = mails[0]?.text.match(/：([0-9A-Z-]{26,})）/)?.[1] ?? '';
    expect(await redeemLink(country.desk, 'AAAAA-BBBBB')).toEqual({ ok: false, error: { kind: 'unknown' } });
    country.at('2027-12-01T00:00:00.000Z');
    expect(await redeemLink(country.desk, code)).toEqual({ ok: false, error: { kind: 'expired' } });
  });

  test('leaves its token nowhere once the mail is out', async () => {
    await deliver();
    const code = mails[0]?.text.match(/：([0-9A-Z-]{26,})）/)?.[1] ?? '';
    expect(code.length).toBeGreaterThan(26);
    expect(JSON.stringify(country.all())).not.toContain(code);
  });
});

describe('answering', () => {
  test('two people saving one section: the second is told both values and nothing is lost', async () => {
    expect((await save('IWATE1', '３')).ok).toBe(true);
    const second = await save('IWATE1', '5');
    expect(second.ok).toBe(false);
    if (!second.ok && second.error.kind === 'conflict') {
      expect(second.error.theirs.values).toEqual({ places: 3 });
      expect(second.error.mine).toEqual({ places: 5 });
    } else throw new Error('no conflict');
  });

  test('what is required and missing stops a submission, by section and field', async () => {
    await saveWords('IWATE1');
    const refused = await submit('IWATE1', 'a');
    expect(refused).toMatchObject({ ok: false, error: { kind: 'incomplete' } });
  });

  test('a submission is one revision, one receipt, one audit entry, however often it is sent', async () => {
    await save('IWATE1', '3');
    await saveWords('IWATE1');
    expect((await answer('IWATE1'))?.state).toBe('complete');
    const [first, again] = [await submit('IWATE1', 'press'), await submit('IWATE1', 'press')];
    expect(first).toEqual(again);
    expect(await submit('IWATE1', 'other')).toMatchObject({ ok: false, error: { kind: 'wrong-state' } });
    expect(country.all().filter(({ sk }) => sk.startsWith('REV#'))).toHaveLength(1);
    expect(noticesOf('receipt')).toHaveLength(1);
  });

  test('nothing can be changed after submission until it is returned', async () => {
    await save('IWATE1', '3');
    await submit('IWATE1', 'a');
    expect(await save('IWATE1', '9', 1)).toMatchObject({ ok: false, error: { kind: 'closed' } });
    const back = { kind: 'return', reason: '人数を確かめてください', sections: ['capacity'] } as const;
    await reviewAnswer(country.desk, iwate, {
      round: round.id,
      organisation: 'IWATE1',
      decision: back,
      request: 'r1',
      revision: 1,
    });
    expect((await save('IWATE1', '9', 1)).ok).toBe(true);
    const again = await submit('IWATE1', 'b');
    expect(again).toMatchObject({ ok: true, value: { state: 'resubmitted', revision: 2 } });
  });
});

describe('reviewing', () => {
  beforeEach(async () => {
    await save('IWATE1', '3');
    await saveWords('IWATE1');
    await submit('IWATE1', 'a');
  });

  test('a return needs a reason, sends one mail with a fresh link, and is safe to press twice', async () => {
    const review = (reason: string) =>
      reviewAnswer(country.desk, iwate, {
        round: round.id,
        organisation: 'IWATE1',
        decision: { kind: 'return', reason, sections: [] },
        request: 'press',
        revision: 1,
      });
    expect(await review(' ')).toMatchObject({ ok: false, error: { kind: 'reason-missing' } });
    await review('人数を確かめてください');
    await review('人数を確かめてください');
    expect(noticesOf('returned')).toHaveLength(1);
    await deliver();
    expect(mails.find(({ subject }) => subject.includes('修正'))?.text).toContain('人数を確かめてください');
  });

  test('every act stands in a whole chain', async () => {
    await reviewAnswer(country.desk, iwate, {
      round: round.id,
      organisation: 'IWATE1',
      decision: { kind: 'approve' },
      request: 'ok',
    });
    const entries: AuditEntry[] = country
      .all()
      .filter(({ pk }) => pk === `AUD#${round.id}#IWATE1`)
      .map((item) => rows.audit.read(item))
      .sort((a, b) => a.seq - b.seq);
    expect(entries.map(({ act }) => act)).toEqual(['answer.ask', 'answer.submit', 'answer.approve']);
    expect(isWhole(entries, sha256)).toBe(true);
    const forged = entries.map((entry) => (entry.seq === 2 ? { ...entry, actor: 'somebody else' } : entry));
    expect(isWhole(forged, sha256)).toBe(false);
    expect(isWhole(entries.slice(1), sha256)).toBe(false);
  });
});

describe('reminding', () => {
  const climb = async (instant: string) => {
    country.at(instant);
    await tick(country.desk, noQueues);
    await country.runJobs();
  };

  test('goes at its time to exactly those who still owe, once, however often the tick comes', async () => {
    await save('IWATE1', '3');
    await saveWords('IWATE1');
    await submit('IWATE1', 'a');
    await climb('2027-01-22T00:29:00.000Z');
    expect(noticesOf('reminder')).toHaveLength(0);
    await climb('2027-01-22T00:30:00.000Z');
    await climb('2027-01-22T00:35:00.000Z');
    expect(
      noticesOf('reminder')
        .map(({ organisation }) => organisation)
        .sort(),
    ).toEqual(['IWATE2', 'IWATE3']);
  });

  test('an answer that arrives after the reminder was ordered stops it', async () => {
    await climb('2027-01-22T00:30:00.000Z');
    await save('IWATE2', '3');
    await saveWords('IWATE2');
    await submit('IWATE2', 'a');
    await deliver();
    const states = new Map(noticesOf('reminder').map(({ organisation, state }) => [organisation, state]));
    expect(states.get('IWATE2')).toBe('stopped');
    expect(states.get('IWATE3')).toBe('sent');
    expect(mails.some(({ to, subject }) => to.includes('iwate2') && subject.includes('期限が近づいています'))).toBe(
      false,
    );
  });
});

describe('sending', () => {
  test('each mail goes out once, whatever puts it on the queue how often', async () => {
    await deliver();
    await deliver();
    expect(mails).toHaveLength(3);
  });

  test('a throttled mail waits and goes later; a refused one says why', async () => {
    next = { kind: 'throttled' };
    await deliver();
    expect(noticesOf('request').every(({ state }) => state === 'pending')).toBe(true);
    country.at('2026-12-01T01:02:00.000Z');
    next = { kind: 'rejected', reason: 'MessageRejected' };
    await deliver();
    expect(
      noticesOf('request').every(({ state, reason }) => state === 'rejected' && reason === 'MessageRejected'),
    ).toBe(true);
  });

  test('nobody guesses when the result is unknown: an event settles it, or it stands as 送信結果不明', async () => {
    next = { kind: 'unknown', reason: 'timeout' };
    await deliver();
    const [first] = notices();
    if (first)
      await settleNotice(country.desk, {
        round: first.round,
        notice: first.id,
        evidence: 'sent',
        messageId: 'x',
        at: '2026-12-01T00:00:00.000Z',
      });
    country.at('2026-12-01T01:11:00.000Z');
    const swept = await tick(country.desk, noQueues);
    expect(swept.unknown).toBe(2);
    expect(
      noticesOf('request')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['sent', 'unknown', 'unknown']);
  });

  test('what was never put on the queue is swept onto it', async () => {
    const swept: unknown[] = [];
    await tick(country.desk, { ...noQueues, mails: { send: async (...bodies) => void swept.push(...bodies) } });
    expect(swept).toHaveLength(3);
  });
});

describe('releasing', () => {
  test('passes on what was submitted, tells the 連携元 that take part, and an approach reaches the 連携先 once', async () => {
    await save('IWATE1', '3');
    await saveWords('IWATE1');
    await submit('IWATE1', 'a');
    await save('IWATE2', '2');
    await releaseRound(country.desk, ministry, round.id);
    await country.runJobs();
    const released = await readPool(country.desk.table, round);
    expect(Object.keys(released?.revisions ?? {})).toEqual(['IWATE1']);
    expect(noticesOf('list').map(({ organisation, vars }) => [organisation, vars.hosts])).toEqual([['TOKYO1', 1]]);
    expect(await save('IWATE2', '2', 1)).toMatchObject({ ok: false, error: { kind: 'closed' } });

    const source: Actor = {
      kind: 'hospital',
      organisation: 'TOKYO1',
      prefecture: '13',
      round: round.id,
      purpose: 'list',
      name: '担当',
    };
    const wish = { round: round.id, organisation: 'TOKYO1', partner: 'IWATE1', message: 'ご相談したいです' };
    expect(await startApproach(country.desk, source, { ...wish, message: ' ' })).toMatchObject({
      error: { kind: 'message-missing' },
    });
    await startApproach(country.desk, source, wish);
    await startApproach(country.desk, source, wish);
    await deliver();
    const [letter, ...more] = mails.filter(({ subject }) => subject.includes('ご相談'));
    expect(more).toHaveLength(0);
    expect(letter?.to).toBe('kenshu@iwate1.example');
    expect(letter?.text).toContain('ご相談したいです');
  });
});
