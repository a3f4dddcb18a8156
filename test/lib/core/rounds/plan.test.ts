import { describe, expect, test } from 'vitest';
import { stepsOf } from '#lib/core/rounds/ladder.ts';
import { readPlan, type TypedPlan } from '#lib/core/rounds/plan.ts';
import { closedOn, planLadder, rungWords } from '#lib/core/rounds/planned-ladder.ts';

const now = '2026-12-01T01:00:00.000Z';
const typed = (more: Partial<TypedPlan> = {}): TypedPlan => ({
  title: ' 受入調査 ',
  due: '令和9年1月29日',
  release: '2027/2/12',
  ladder: ['1', '-7', '-7'],
  officeName: '医事課',
  officeTelephone: '０３ー０００１ー０００２',
  ...more,
});
const messages = (more: Partial<TypedPlan>) => {
  const read = readPlan(typed(more), now);
  return read.ok ? [] : read.error.map(({ field }) => field);
};

describe('a plan as typed', () => {
  test('is cleaned: days of either calendar, full-width telephone, each rung once in order', () => {
    expect(readPlan(typed(), now)).toEqual({
      ok: true,
      value: {
        title: '受入調査',
        due: '2027-01-29',
        release: '2027-02-12',
        ladder: [{ offset: -7 }, { offset: 1 }],
        office: { name: '医事課', telephone: '03-0001-0002' },
      },
    });
  });

  test('may name the day on which hospitals are to be asked, today at the earliest', () => {
    expect(readPlan(typed({ opening: '令和8年12月1日' }), now)).toMatchObject({ value: { opening: '2026-12-01' } });
    expect(readPlan(typed({ opening: ' ' }), now)).not.toHaveProperty('value.opening', expect.anything());
  });

  test('may have no reminder at all', () => {
    expect(messages({ ladder: [] })).toEqual([]);
  });

  test.each([
    ['a day of asking that is past', { opening: '2026-11-30' }, ['opening']],
    ['a day of asking that is the due day', { opening: '2027-01-29' }, ['opening']],
    ['a day of asking that is none', { opening: '2027-02-30' }, ['opening']],
    ['a due day that is today', { due: '2026-12-01' }, ['due']],
    ['a due day that is past', { due: '令和8年11月1日' }, ['due']],
    ['a due day more than a year away', { due: '2027-12-31' }, ['due', 'release']],
    ['a day that is none', { due: '2027-02-30' }, ['due']],
    ['a release on the due day', { release: '2027-01-29' }, ['release']],
    ['a release more than a year after it', { release: '2028-02-12' }, ['release']],
    ['a title of two lines, which would break a header', { title: '調査\r\nBcc: x@example.com' }, ['title']],
    ['a title beyond 100 characters', { title: 'あ'.repeat(101) }, ['title']],
    ['a rung that is no number', { ladder: ['x'] }, ['ladder']],
    ['a rung beyond 60 days', { ladder: ['61'] }, ['ladder']],
    ['no office', { officeName: ' ' }, ['officeName']],
    ['a telephone of letters', { officeTelephone: 'abc' }, ['officeTelephone']],
    ['a telephone of too many digits', { officeTelephone: '03-0000-00000000' }, ['officeTelephone']],
  ])('is refused for %s', (_name, more, fields) => {
    expect(messages(more)).toEqual(fields);
  });
});

describe('a ladder as planned', () => {
  test('moves back before the due day and forward after it, and says off what', () => {
    const due = '2027-01-08';
    const ladder = [-7, -5, 3].map((offset) => ({ offset }));
    expect(planLadder({ due, ladder })).toMatchObject([
      { meant: '2027-01-01', day: '2026-12-28', closedFor: '元日', joined: true },
      { meant: '2027-01-03', day: '2026-12-28', closedFor: '日曜日', joined: true },
      { meant: '2027-01-11', day: '2027-01-12', closedFor: '成人の日', joined: false },
    ]);
  });

  test('falls on the very days on which reminders are sent', () => {
    const ladder = Array.from({ length: 121 }, (_, index) => ({ offset: index - 60 }));
    for (const due of ['2027-01-08', '2027-05-06', '2028-02-29']) {
      const planned = new Set(planLadder({ due, ladder }).map(({ day }) => day));
      expect([...planned].sort()).toEqual(stepsOf({ due, ladder }).map(({ day }) => day));
    }
  });

  test('names its rungs and the days on which offices are closed', () => {
    expect([-7, 0, 3].map((offset) => rungWords({ offset }))).toEqual(['期限の7日前', '期限の日', '期限の3日後']);
    expect(['2026-12-30', '2027-01-09', '2027-02-23', '2027-02-24'].map(closedOn)).toEqual([
      '年末年始',
      '土曜日',
      '天皇誕生日',
      undefined,
    ]);
  });
});
