import { beforeEach, describe, expect, test } from 'vitest';
import { approveMany } from '#lib/usecases/approve-many.ts';
import { type Decision, reasonLimit, reviewAnswer } from '#lib/usecases/review-answer.ts';
import { openedRound, submitted } from '#test/functions/staff/open-round.ts';
import { iwate, type SmallCountry, smallCountry } from '#test/support/small-country.ts';

let country: SmallCountry;
let round: string;

beforeEach(async () => {
  country = await smallCountry();
  round = await openedRound(country);
  await submitted(country, round, 'IWATE1', 3);
});

const review = (decision: Decision, more: { revision?: number; request?: string; organisation?: string } = {}) =>
  reviewAnswer(country.desk, iwate, { round, organisation: 'IWATE1', decision, revision: 1, request: 'r1', ...more });
const back = (reason: string, sections: readonly string[] = []): Decision => ({ kind: 'return', reason, sections });

describe('a decision', () => {
  test('on a revision that is not the newest is refused', async () => {
    expect(await review({ kind: 'approve' }, { revision: 2 })).toEqual({
      ok: false,
      error: { kind: 'moved-meanwhile' },
    });
  });

  test.each([
    ['without a reason', back(' '), 'reason-missing'],
    ['with a reason too long for its mail', back('あ'.repeat(reasonLimit + 1)), 'reason-too-long'],
    ['for a section that the form lacks', back('理由', ['nowhere']), 'no-such-section'],
  ])('to return %s is refused', async (_name, decision, kind) => {
    expect(await review(decision)).toEqual({ ok: false, error: { kind } });
    expect(country.all().filter(({ sk }) => sk.includes('#returned#'))).toHaveLength(0);
  });

  test('to waive writes no mail, and is refused for what was submitted', async () => {
    const waive = { kind: 'waive', reason: '閉院' } as const;
    expect(await review(waive)).toMatchObject({ ok: false, error: { kind: 'wrong-state' } });
    const mails = () => country.all().filter(({ pk }) => pk.startsWith('OUT#')).length;
    const before = mails();
    expect((await review(waive, { organisation: 'IWATE2', revision: 0 })).ok).toBe(true);
    expect(mails()).toBe(before);
  });

  test('made twice by two people is carried out once', async () => {
    const both = await Promise.all([
      review({ kind: 'approve' }, { request: 'r1' }),
      review({ kind: 'approve' }, { request: 'r2' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(country.all().filter(({ sk }) => sk.includes('#approved#'))).toHaveLength(1);
  });
});

describe('approving many', () => {
  test('pressed twice changes nothing more', async () => {
    const wish = { round, ticked: [{ organisation: 'IWATE1', revision: 1 }], request: 'r1' };
    expect(await approveMany(country.desk, iwate, wish)).toEqual({ approved: ['IWATE1'], refused: [] });
    expect(await approveMany(country.desk, iwate, wish)).toEqual({ approved: ['IWATE1'], refused: [] });
    expect(country.all().filter(({ sk }) => sk.includes('#approved#'))).toHaveLength(1);
  });

  test('does not tell another prefecture so much as a hospital’s name', async () => {
    const miyagi = { kind: 'prefecture', id: 'p2', name: '宮城 次郎', prefecture: '04' } as const;
    const done = await approveMany(country.desk, miyagi, {
      round,
      ticked: [{ organisation: 'IWATE1', revision: 1 }],
      request: 'r1',
    });
    expect(done).toEqual({ approved: [], refused: [{ name: 'IWATE1', kind: 'not-asked' }] });
  });
});
