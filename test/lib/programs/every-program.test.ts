import { describe, expect, test } from 'vitest';
import { judgeAreas } from '#lib/core/eligibility/judge-areas.ts';
import { programs } from '#lib/programs/every-program.ts';
import { surveyPrograms } from '#lib/programs/every-survey.ts';

const editions = programs.flatMap((program) =>
  program.editions.map((edition) => ({ program, edition, name: `${program.id} ${edition.id}` })),
);

describe('every programme', () => {
  test('is known to those who only ask and answer, with the same surveys', () => {
    const surveysOf = (each: typeof surveyPrograms) =>
      each.map(({ id, name, shortName, editions }) => ({
        id,
        name,
        shortName,
        editions: editions.map(({ id, label, fiscalYear, notice, surveys }) => ({
          id,
          label,
          fiscalYear,
          notice,
          surveys,
        })),
      }));
    expect(surveyPrograms).toEqual(surveysOf(programs));
  });

  test('has an id of its own, and editions in the order of their years', () => {
    expect(new Set(programs.map(({ id }) => id)).size).toBe(programs.length);
    for (const { editions } of programs) {
      const years = editions.map(({ fiscalYear }) => fiscalYear);
      expect(years).toEqual([...new Set(years)].sort());
    }
  });

  test.each(editions)(
    '$name: its areas have sources and destinations, and every role is met somewhere',
    ({ edition }) => {
      const met = judgeAreas(edition.areas, edition.reference).flatMap(({ roles }) =>
        roles.filter(({ outcome }) => outcome === 'met'),
      );
      expect(new Set(met.map(({ role }) => role))).toEqual(new Set(edition.areas.roles.map(({ id }) => id)));
    },
  );

  test.each(editions)(
    '$name: its surveys ask one side and inform the other, each by a form of its own',
    ({ edition }) => {
      expect(new Set(edition.surveys.map(({ id }) => id)).size).toBe(edition.surveys.length);
      for (const { asks, informs } of edition.surveys) expect(asks).not.toBe(informs);
    },
  );

  test.each(editions)('$name: an empty pool opens', ({ edition }) => {
    const pool = edition.matching.pool({ asOf: '2027-01-20', sources: [], hosts: [] });
    expect(edition.matching.open(pool).sources).toEqual([]);
  });
});

describe('a new year', () => {
  test('令和9年度 keeps the areas of 令和8年度', () => {
    const [r8, r9] = programs.find(({ id }) => id === 'koiki')?.editions ?? [];
    const areas = (edition: typeof r8) => edition && judgeAreas(edition.areas, edition.reference);
    expect(areas(r9)).toEqual(areas(r8));
    expect(r9?.fiscalYear).toBe(2027);
  });
});
