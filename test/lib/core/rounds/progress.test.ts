import { describe, expect, test } from 'vitest';
import { type Answer, answerState } from '#lib/core/rounds/answer.ts';
import { responseCurve } from '#lib/core/rounds/curve.ts';
import { tally, tallyByPrefecture } from '#lib/core/rounds/progress.ts';

const answer = (state: Answer['state'], more: Partial<Answer> = {}): Answer => ({
  round: 'r',
  organisation: 'o',
  name: '架空病院',
  prefecture: '03',
  state,
  revision: ['submitted', 'resubmitted', 'approved', 'returned'].includes(state) ? 1 : 0,
  version: 1,
  chain: { seq: 0, hash: '' },
  ...more,
});
const oneOfEach = answerState.options.map((state) => answer(state));

describe('a tally', () => {
  test('narrows from stage to stage, and what is waived counts in none', () => {
    expect(tally(oneOfEach)).toEqual({
      asked: 8,
      opened: 7,
      begun: 6,
      submitted: 4,
      approved: 1,
      toReview: 2,
      returned: 1,
      owing: 5,
      waived: 1,
      releasable: 3,
    });
  });

  test('of prefectures adds up to the nation', () => {
    const all = [...oneOfEach, ...oneOfEach.map((one) => ({ ...one, prefecture: '01' }))];
    const parts = tallyByPrefecture(all);
    expect([...parts.keys()]).toEqual(['01', '03']);
    expect([...parts.values()].reduce((sum, { asked }) => sum + asked, 0)).toBe(tally(all).asked);
  });
});

test('the response curve counts by the day in Japan', () => {
  const at = (submittedAt: string) => answer('submitted', { submittedAt });
  expect(
    responseCurve([at('2027-01-05T14:59:59.000Z'), at('2027-01-05T15:00:00.000Z'), at('2027-01-04T00:00:00.000Z')]),
  ).toEqual([
    { day: '2027-01-04', total: 1 },
    { day: '2027-01-05', total: 2 },
    { day: '2027-01-06', total: 3 },
  ]);
});
