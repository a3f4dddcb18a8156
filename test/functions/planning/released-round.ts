import { emptyChain } from '#lib/core/audit/entry.ts';
import { judgeHospital } from '#lib/core/eligibility/judge-hospital.ts';
import type { Participant } from '#lib/core/matching/rule.ts';
import type { Values } from '#lib/core/survey/form.ts';
import { destinationForm } from '#lib/programs/koiki/forms/destination.ts';
import { sourceForm } from '#lib/programs/koiki/forms/source.ts';
import { rows } from '#lib/store/rows.ts';
import { keepPool } from '#lib/usecases/released-pool.ts';
import type { SmallCountry } from '#test/support/small-country.ts';

const answeredOn = '2026-11-20';

/** A source's answer: so many seats. */
export const sends = (seats: number): Values => ({ seats });

/** A destination's answer: so many doctors at a time, the whole of 令和9年度. */
export const takes = (doctors: number, from = '2027-04-01', to = '2028-03-31'): Values => ({
  accepts: 'yes',
  periods: [{ from, to, doctors }],
});

/** Puts a released round with these answers into a country; gives its id. Prefecture and area stand in the hospitals' own lines. */
export async function releasedRound(
  country: SmallCountry,
  answers: {
    readonly id?: string;
    readonly releasedAt?: string;
    readonly sources: readonly (readonly [id: string, prefecture: string, values: Values | undefined])[];
    readonly hosts: readonly (readonly [id: string, prefecture: string, area: string, values: Values | undefined])[];
  },
): Promise<string> {
  const { desk, edition } = country;
  const { id: round = 'released', releasedAt = '2026-12-01T01:00:00.000Z' } = answers;
  const participant = (
    id: string,
    prefecture: string,
    area: string | undefined,
    form: string,
    values: Values | undefined,
  ): Participant => {
    const verdict = judgeHospital(edition, { prefecture, area });
    return {
      organisation: { id, name: `架空${id}病院`, prefecture, area },
      class: verdict.class,
      ownPrefectureOnly: verdict.ownPrefectureOnly,
      answers: values ? [{ form, answeredOn, values }] : [],
    };
  };
  const pool = edition.matching.pool({
    asOf: '2026-12-01',
    sources: answers.sources.map(([id, prefecture, values]) =>
      participant(id, prefecture, undefined, sourceForm.id, values),
    ),
    hosts: answers.hosts.map(([id, prefecture, area, values]) =>
      participant(id, prefecture, area, destinationForm.id, values),
    ),
  });
  const item = rows.round.item({
    id: round,
    releasedAt,
    program: 'koiki',
    edition: edition.id,
    survey: 'small',
    form: { id: 'small', version: 1 },
    title: '提供した調査',
    due: '2026-11-20',
    release: '2026-12-01',
    ladder: [],
    state: 'released',
    asked: answers.hosts.length,
    informed: answers.sources.length,
    office: { name: '医事課', telephone: '03-0000-0000' },
    createdAt: '2026-10-01T00:00:00.000Z',
    version: 1,
    chain: emptyChain,
  });
  await desk.table.putAll([item]);
  await keepPool(desk.table, { id: round }, { pool, revisions: {} });
  return round;
}
