import { expect, test } from 'vitest';
import { demoAnswers } from '#infra/local/demo/demo-answers.ts';
import { demoRegister } from '#infra/local/demo/register.ts';
import { judgeHospital } from '#lib/core/eligibility/judge-hospital.ts';
import { checkRound } from '#lib/core/matching/allocation/check/checker.ts';
import { runFourModes } from '#lib/core/matching/allocation/compare/four-modes.ts';
import { freeSeconds } from '#lib/core/matching/allocation/compare/steadiness.ts';
import { runHighs } from '#lib/core/matching/allocation/free/run-highs.ts';
import { settlingOf } from '#lib/core/matching/allocation/plan.ts';
import type { Participant } from '#lib/core/matching/rule.ts';
import type { Side } from '#lib/core/program.ts';
import { programs } from '#lib/programs/every-program.ts';
import { allocationInput, publishedChoices } from '#lib/usecases/allocation-input.ts';

const edition = programs[0]?.editions.at(-1);

test('the demo at its true scale is allocated in all four modes within the time that D is given; floors and caps are kept where a mode promises them', async () => {
  const rule = edition?.allocation;
  if (!edition || !rule) throw new Error('no allocation to try');
  const side = (asks: Side): Participant[] =>
    demoRegister(edition).flatMap((hospital) => {
      const verdict = hospital.kind === 'hospital' ? judgeHospital(edition, hospital) : undefined;
      if (verdict?.[asks] !== 'met' || (asks === 'source' && !hospital.takesPart)) return [];
      const answers = edition.surveys
        .filter((survey) => survey.asks === asks)
        .map(({ form }) => ({ form: form.id, answeredOn: '2026-12-20', values: demoAnswers(form, hospital, '2027') }));
      const { class: areaClass, ownPrefectureOnly } = verdict;
      return [{ organisation: hospital, class: areaClass, ownPrefectureOnly, answers }];
    });
  const pool = edition.matching.pool({ asOf: '2027-01-31', sources: side('source'), hosts: side('destination') });
  expect([pool.sources.organisation.length, pool.hosts.organisation.length]).toEqual([61, 330]);
  const opened = { edition, ranking: edition.matching.open(pool), released: { pool, revisions: {} } };
  const { round, calendar } = allocationInput(opened, rule, publishedChoices(rule));
  const result = await runFourModes(round, {
    ...settlingOf(publishedChoices(rule)),
    calendar,
    seconds: freeSeconds.result,
    run: runHighs,
  });
  const { best, free } = result;
  if (best === null || typeof free === 'string') throw new Error(`no allocation: ${JSON.stringify(free)}`);
  for (const { placements, total } of [best, free]) expect(checkRound(round, placements, total)).toEqual([]);
  expect(free.total).toBeLessThanOrEqual(best.total);
});
