import { beforeEach, describe, expect, test } from 'vitest';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { allowCorrection, endCorrection } from '#lib/usecases/allow-correction.ts';
import { releaseRound } from '#lib/usecases/move-round.ts';
import { openList } from '#lib/usecases/open-list.ts';
import { auditOf } from '#lib/usecases/read-audit.ts';
import { readPool } from '#lib/usecases/released-pool.ts';
import { reviewAnswer } from '#lib/usecases/review-answer.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { confirmUpdate, proposeUpdate, readUpdating, withdrawUpdate } from '#lib/usecases/update-released.ts';
import { clerkOf, openedRound, submitted } from '#test/functions/staff/open-round.ts';
import { iwate, ministry, type SmallCountry, secondOfMinistry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;
let round: string;
const hospital = 'IWATE1';

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  await submitted(country, round, hospital, 2);
  await submitted(country, round, 'IWATE2', 3);
  await releaseRound(country.desk, ministry, round);
  await country.runJobs();
});

const place = () => ({ round, organisation: hospital });
const answer = () => find(country.desk.table, rows.answer, keys.answer(round, hospital));
const theRound = async () => {
  const found = await find(country.desk.table, rows.round, keys.round(round));
  if (!found) throw new Error('no round');
  return found;
};
const allow = (organisation = hospital, request = 'allow') =>
  allowCorrection(country.desk, ministry, {
    round,
    organisation,
    reason: '受入数の誤りのため',
    due: '2026-12-18',
    request,
  });
const answers = (places: string) =>
  saveSection(country.desk, clerkOf(round, hospital), {
    ...place(),
    section: 'capacity',
    posted: { places: [places] },
    version: 1,
    base: [],
    confirm: true,
  });
const submits = (request: string) => submitAnswer(country.desk, clerkOf(round, hospital), { ...place(), request });
const approves = (request: string) =>
  reviewAnswer(country.desk, iwate, { ...place(), decision: { kind: 'approve' }, request });
const mails = (kind: string) => country.all().filter((item) => item.pk === `OUT#${round}` && item.kind === kind);
async function updates() {
  const seen = (await readUpdating(country.desk, ministry, round))?.covers ?? '';
  await proposeUpdate(country.desk, ministry, round, seen);
  return confirmUpdate(country.desk, secondOfMinistry, round, seen);
}

describe('an answer whose round was released', () => {
  test('is closed until the ministry lets it be corrected, and then this one alone is open', async () => {
    expect((await answers('7')).ok).toBe(false);
    expect((await allow()).ok).toBe(true);
    expect(await answer()).toMatchObject({
      state: 'returned',
      revision: 1,
      correction: { revision: 1, by: '厚労 花子' },
    });
    expect(mails('returned')).toMatchObject([
      {
        organisation: hospital,
        vars: { reason: '受入数の誤りのため（2026年（令和8年）12月18日（金）までに再提出してください）' },
      },
    ]);
    expect((await answers('7')).ok).toBe(true);
    const other = await submitAnswer(country.desk, clerkOf(round, 'IWATE3'), {
      round,
      organisation: 'IWATE3',
      request: 'late',
    });
    expect(other).toMatchObject({ ok: false, error: { kind: 'round-closed' } });
  });

  test('needs a reason and a day to come, and the same press twice does it once', async () => {
    const without = await allowCorrection(country.desk, ministry, {
      ...place(),
      reason: ' ',
      due: '2026-12-01',
      request: 'a',
    });
    expect(without).toMatchObject({
      ok: false,
      error: { kind: 'wrong-words', reason: 'reason-missing', due: expect.stringContaining('明日以降') },
    });
    await allow();
    const { entries } = await auditOf(country.desk, `${round}#${hospital}`);
    expect((await allow()).ok).toBe(true);
    expect((await auditOf(country.desk, `${round}#${hospital}`)).entries).toEqual(entries);
    expect(mails('returned')).toHaveLength(1);
  });

  test('stands as it did when the leave is taken back before anything was submitted, and not after', async () => {
    const before = await answer();
    await allow();
    await answers('7');
    expect((await endCorrection(country.desk, ministry, { ...place(), request: 'end' })).ok).toBe(true);
    expect(await answer()).toMatchObject({ state: before?.state, revision: 1 });
    expect((await answer())?.correction).toBeUndefined();
    await allow(hospital, 'again');
    await submits('s2');
    const late = await endCorrection(country.desk, ministry, { ...place(), request: 'end2' });
    expect(late).toMatchObject({ ok: false, error: { kind: 'wrong-state' } });
  });

  test('cannot be corrected while the round still takes answers', async () => {
    const open = await openedRound(country, 'second');
    const early = await allowCorrection(country.desk, ministry, {
      round: open,
      organisation: hospital,
      reason: '誤り',
      due: '2026-12-18',
      request: 'x',
    });
    expect(early).toMatchObject({ ok: false, error: { kind: 'not-over' } });
  });
});

describe('an update of what was released', () => {
  test('passes on only what was corrected and approved, by two people, and changes nothing before', async () => {
    const first = await readPool(country.desk.table, await theRound());
    await allow();
    await answers('7');
    await submits('s2');
    expect((await readUpdating(country.desk, ministry, round))?.ready).toEqual([]);
    expect(await updates()).toMatchObject({ ok: false, error: { kind: 'nothing-to-release' } });
    await approves('ok');
    expect(await readPool(country.desk.table, await theRound())).toEqual(first);
    const seen = (await readUpdating(country.desk, ministry, round))?.covers ?? '';
    await proposeUpdate(country.desk, ministry, round, seen);
    const own = await confirmUpdate(country.desk, ministry, round, seen);
    expect(own).toMatchObject({ ok: false, error: { kind: 'not-given', standing: 'own' } });
    expect((await confirmUpdate(country.desk, secondOfMinistry, round, seen)).ok).toBe(true);
    await country.runJobs();
    const after = await readPool(country.desk.table, await theRound());
    expect(after?.revisions).toEqual({ ...first?.revisions, [hospital]: 2 });
    expect(after?.corrected).toMatchObject([{ organisation: hospital, first: false }]);
    expect(after?.pool.asOf).toBe(first?.pool.asOf);
    const { table } = country.desk;
    const { id } = await theRound();
    expect(await readPool(table, { id })).toEqual(first);
    expect(await answer()).toMatchObject({ state: 'approved', revision: 2 });
    expect((await answer())?.correction).toBeUndefined();
  });

  test('tells those in whose list it stands once, even when its job runs again, and leaves the round released', async () => {
    await allow();
    await answers('7');
    await submits('s2');
    await approves('ok');
    await updates();
    await country.runJobs();
    expect(mails('list-updated')).toMatchObject([{ organisation: 'TOKYO1', vars: { hospitals: '架空IWATE1病院' } }]);
    expect(await theRound()).toMatchObject({ state: 'released', updates: 1 });
    expect((await theRound()).updating).toBeUndefined();
    const list = await openList(country.desk, { round, organisation: 'TOKYO1' });
    expect(list.ok && list.value.released.corrected?.map(({ name }) => name)).toEqual(['架空IWATE1病院']);
    const { entries, whole } = await auditOf(country.desk, round);
    expect(entries.slice(-3).map(({ act }) => act)).toEqual([
      'round.propose-update',
      'round.updating',
      'round.updated',
    ]);
    expect(whole).toBe(true);
  });

  test('is taken back by either of the two, once, and then confirmed by nobody', async () => {
    await allow();
    await answers('7');
    await submits('s2');
    await approves('ok');
    const seen = (await readUpdating(country.desk, ministry, round))?.covers ?? '';
    for (const person of [ministry, secondOfMinistry]) {
      await proposeUpdate(country.desk, ministry, round, seen);
      expect((await withdrawUpdate(country.desk, person, round)).ok).toBe(true);
      expect((await withdrawUpdate(country.desk, person, round)).ok).toBe(true);
      const late = await confirmUpdate(country.desk, secondOfMinistry, round, seen);
      expect(late).toMatchObject({ ok: false, error: { kind: 'not-given', standing: 'none' } });
    }
    const { entries, whole } = await auditOf(country.desk, round);
    expect(entries.filter(({ act }) => act === 'round.withdraw-update')).toHaveLength(2);
    expect(whole).toBe(true);
  });

  test('lapses when another correction is approved in between', async () => {
    await allow();
    await answers('7');
    await submits('s2');
    await approves('ok');
    const seen = (await readUpdating(country.desk, ministry, round))?.covers ?? '';
    await proposeUpdate(country.desk, ministry, round, seen);
    await reviewAnswer(country.desk, iwate, {
      ...place(),
      decision: { kind: 'return', reason: 'まだ違います', sections: [] },
      request: 'back',
    });
    const late = await confirmUpdate(country.desk, secondOfMinistry, round, seen);
    expect(late).toMatchObject({ ok: false, error: { kind: 'nothing-to-release' } });
  });

  test('takes in a hospital that had not answered before the release', async () => {
    expect((await allow('IWATE3')).ok).toBe(true);
    const late = { round, organisation: 'IWATE3' };
    const clerk = clerkOf(round, 'IWATE3');
    const posted = { places: ['4'] };
    await saveSection(country.desk, clerk, {
      ...late,
      section: 'capacity',
      posted,
      version: 0,
      base: [],
      confirm: true,
    });
    expect((await submitAnswer(country.desk, clerk, { ...late, request: 'late' })).ok).toBe(true);
    await reviewAnswer(country.desk, iwate, { ...late, decision: { kind: 'approve' }, request: 'fine' });
    expect((await updates()).ok).toBe(true);
    await country.runJobs();
    const after = await readPool(country.desk.table, await theRound());
    expect(after?.revisions).toEqual({ IWATE1: 1, IWATE2: 1, IWATE3: 1 });
    expect(after?.corrected).toMatchObject([{ organisation: 'IWATE3', first: true }]);
  });
});
