import { describe, expect, test } from 'vitest';
import { isBusinessDay, workingDay } from '#lib/core/calendar/business-day.ts';
import { addDays, dayOf, dayOfInstant, daysBetween, instantOf, isDay, timeOfInstant } from '#lib/core/calendar/day.ts';
import { fiscalYearEnd, fiscalYearLabel, fiscalYearOf } from '#lib/core/calendar/fiscal-year.ts';
import { holidayName, holidaysOf } from '#lib/core/calendar/holidays.ts';
import { parseDay } from '#lib/core/calendar/parse-day.ts';
import { longDay, longInstant } from '#lib/core/calendar/show-day.ts';

describe('a JST day', () => {
  test('exists only where the calendar has it', () => {
    expect(dayOf(2028, 2, 29)).toBe('2028-02-29');
    expect(dayOf(2027, 2, 29)).toBeUndefined();
    expect(isDay('2027-4-1')).toBe(false);
    expect(isDay('2027-13-01')).toBe(false);
  });

  test('is added to and measured over month and year ends', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(daysBetween('2027-03-01', '2027-02-28')).toBe(-1);
  });

  test('of an instant is that of Japan, nine hours ahead of UTC', () => {
    expect(dayOfInstant('2027-03-31T15:00:00.000Z')).toBe('2027-04-01');
    expect(dayOfInstant('2027-03-31T14:59:59.999Z')).toBe('2027-03-31');
    expect(timeOfInstant('2027-04-01T05:03:59Z')).toBe('14:03');
    expect(instantOf('2027-04-01')).toBe('2027-03-31T15:00:00.000Z');
  });

  test('is shown with western year, era year and weekday', () => {
    expect(longDay('2027-04-01')).toBe('2027年（令和9年）4月1日（木）');
    expect(longDay('2019-05-01')).toBe('2019年（令和元年）5月1日（水）');
    expect(longDay('2019-04-30')).toBe('2019年（平成31年）4月30日（火）');
    expect(longInstant('2027-04-01T05:03:00Z')).toBe('2027年（令和9年）4月1日（木）14:03');
  });
});

describe('a day as people write it', () => {
  test.each([
    'R9.4.1',
    'r9/4/1',
    '令和9年4月1日',
    '令和９年４月１日（木）',
    '2027/4/1',
    '2027-04-01',
    '２０２７年４月１日',
    '20270401',
    '2027年（令和9年）4月1日（木）',
    '令和9年（2027年）4月1日',
    ' 2027ー4ー1 ',
  ])('%s is 2027-04-01', (text) => {
    expect(parseDay(text)).toBe('2027-04-01');
  });

  test('in the first year of an era is read', () => {
    expect(parseDay('令和元年5月1日')).toBe('2019-05-01');
    expect(parseDay('H元.1.8')).toBe('1989-01-08');
    expect(parseDay('昭和64年1月7日')).toBe('1989-01-07');
  });

  test.each([
    '',
    '9/4/1',
    '27/4/1',
    '2027/2/30',
    'R0.4.1',
    '令和9年13月1日',
    '2027年（令和8年）4月1日',
    '4月1日',
    '2027/4',
  ])('%s is not guessed', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test('that was shown is read back', () => {
    for (let day = '2024-01-01'; day < '2036-01-01'; day = addDays(day, 17)) expect(parseDay(longDay(day))).toBe(day);
  });
});

describe('年度', () => {
  test('runs from April to March', () => {
    expect(fiscalYearOf('2027-03-31')).toBe(2026);
    expect(fiscalYearOf('2027-04-01')).toBe(2027);
    expect(fiscalYearEnd(2027)).toBe('2028-03-31');
    expect(fiscalYearLabel(2027)).toBe('令和9年度');
    expect(fiscalYearLabel(2019)).toBe('令和元年度');
  });
});

describe('public holidays', () => {
  test('of 2026 are those of the official calendar, with the holiday between two holidays', () => {
    expect([...holidaysOf(2026).keys()]).toEqual([
      '2026-01-01',
      '2026-01-12',
      '2026-02-11',
      '2026-02-23',
      '2026-03-20',
      '2026-04-29',
      '2026-05-03',
      '2026-05-04',
      '2026-05-05',
      '2026-05-06',
      '2026-07-20',
      '2026-08-11',
      '2026-09-21',
      '2026-09-22',
      '2026-09-23',
      '2026-10-12',
      '2026-11-03',
      '2026-11-23',
    ]);
    expect(holidayName('2026-05-06')).toBe('振替休日');
    expect(holidayName('2026-09-22')).toBe('国民の休日');
  });

  test('follow the equinoxes to 2035', () => {
    const march = [20, 20, 20, 21, 20, 20, 20, 21, 20, 20, 20, 21];
    const september = [22, 23, 23, 23, 22, 23, 23, 23, 22, 23, 23, 23];
    march.forEach((date, at) => {
      expect(holidayName(`${2024 + at}-03-${date}`)).toBe('春分の日');
    });
    september.forEach((date, at) => {
      expect(holidayName(`${2024 + at}-09-${date}`)).toBe('秋分の日');
    });
  });

  test('that fall on Sunday give the Monday, also in 2024 and 2025', () => {
    expect(['2024-02-12', '2024-05-06', '2024-08-12', '2024-09-23', '2024-11-04'].map(holidayName)).toEqual(
      Array(5).fill('振替休日'),
    );
    expect(['2025-02-24', '2025-05-06', '2025-11-24'].map(holidayName)).toEqual(Array(3).fill('振替休日'));
    expect(holidayName('2032-09-21')).toBe('国民の休日');
  });
});

describe('business days', () => {
  test('skip weekends, holidays and the turn of the year', () => {
    expect(isBusinessDay('2026-12-29')).toBe(false);
    expect(workingDay('2026-12-29', 1)).toBe('2027-01-04');
    expect(workingDay('2026-05-03', 1)).toBe('2026-05-07');
    expect(workingDay('2026-05-06', -1)).toBe('2026-05-01');
  });

  test('are left as they are', () => {
    expect(workingDay('2026-09-24', 1)).toBe('2026-09-24');
    expect(workingDay('2026-09-24', -1)).toBe('2026-09-24');
  });
});
