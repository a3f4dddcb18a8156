import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Participant } from '#lib/core/matching/rank/participant.ts';
import type { Values } from '#lib/core/survey/form.ts';
import { destinationForm } from '#lib/programs/koiki/forms/destination.ts';
import { sourceForm } from '#lib/programs/koiki/forms/source.ts';
import { updateForm } from '#lib/programs/koiki/forms/update.ts';
import { matchingR8, matchingR9 } from '#lib/programs/koiki/matching.ts';
import { hostReader, SETS, sourceReader } from '#lib/programs/koiki/profiles.ts';

const host = (id: string, prefecture: string, values: Values, update?: Values): Participant => ({
  organisation: { id, name: `架空${id}病院`, prefecture },
  class: 1,
  ownPrefectureOnly: false,
  answers: [
    { form: destinationForm.id, answeredOn: '2026-11-20', values },
    ...(update ? [{ form: updateForm.id, answeredOn: '2027-01-15', values: update }] : []),
  ],
});
const source = (values: Values): Participant => ({
  organisation: { id: 's', name: '架空大学病院', prefecture: '13' },
  class: null,
  ownPrefectureOnly: false,
  answers: [{ form: sourceForm.id, answeredOn: '2026-11-25', values }],
});
const open = (sources: readonly Participant[], hosts: readonly Participant[]) =>
  matchingR9.open(matchingR9.pool({ asOf: '2027-01-20', sources, hosts }));

const wishing = source({
  seats: 2,
  departments: ['01', '05'],
  term: '24',
  windows: [{ from: '2028-04-01', to: '2028-09-30', doctors: 2 }],
  guidance: ['online', 'mentor'],
  wishes: ['housing'],
  features: '架空の特徴',
});
const told: Values = {
  accepts: 'yes',
  periods: [{ from: '2028-04-01', to: '2029-03-31', doctors: 3 }],
  terms: ['24'],
  departments: [
    { department: '01', supervisors: 4, doctors: 2 },
    { department: '05', supervisors: 2, doctors: 1 },
  ],
  symptoms: 29,
  diseases: 20,
  'required-training': ['infection', 'acp'],
  nights: 3,
  'night-senior': 'together',
  housing: ['single'],
  support: ['none'],
  partnership: 'no',
};

const reasonsOf = (participant: Participant) =>
  Object.fromEntries(
    (open([wishing], [participant]).list('source', 's')?.entry(participant.organisation.id)?.reasons() ?? []).map(
      (reason) => [reason.criterion, reason],
    ),
  );

describe('the criteria of the scheme', () => {
  test('every field is read from a question that its form asks', () => {
    const ids = (...forms: readonly (typeof sourceForm)[]) =>
      new Set(forms.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions.map(({ id }) => id))));
    for (const { question } of Object.values(sourceReader.fields)) expect(ids(sourceForm)).toContain(question);
    for (const { question } of Object.values(hostReader.fields))
      expect(ids(destinationForm, updateForm)).toContain(question);
  });

  test('every code of a set is one that a form offers', () => {
    const offered = new Set(
      [destinationForm, sourceForm]
        .flatMap(({ sections }) => sections.flatMap(({ questions }) => questions))
        .flatMap((question) => [question, ...(question.kind === 'table' ? question.columns : [])])
        .flatMap((question) =>
          question.kind === 'choice' || question.kind === 'choices' ? question.choices.map(({ code }) => code) : [],
        ),
    );
    for (const code of Object.values(SETS).flat()) expect(offered).toContain(code);
  });

  test('reasons are words with the day of the answer', () => {
    const reasons = reasonsOf(host('h', '20', told));
    expect(reasons).toMatchObject({
      departments: { points: 100, text: '内科・外科に対応（希望2科のうち2科）（2026年11月20日回答）' },
      supervisors: { points: 83, text: '内科・外科の指導医6人（2026年11月20日回答）' },
      periods: { points: 100, text: '希望する時期に2人のうち2人を受入可能（2026年11月20日回答）' },
      cases: { points: 89, text: '29症候のうち29、26疾病・病態のうち20を経験可能（2026年11月20日回答）' },
      'night-duty': { points: 100, text: '当直 月3回、上級医と一緒に当直する（2026年11月20日回答）' },
      housing: { points: 70, text: '宿舎（単身用）（2026年11月20日回答）' },
      guidance: { points: 50, text: '研修中の支援：Web面談・メンターによる支援（2026年11月25日回答）' },
    });
  });

  test('「なし」 is an answer of no points, no answer is missing', () => {
    const reasons = reasonsOf(host('h', '20', told));
    expect(reasons).toMatchObject({
      support: { points: 0, contribution: 0 },
      partnership: { points: 0, contribution: 0 },
      childcare: { points: null, contribution: null, text: '育児との両立：連携先の回答がありません' },
    });
  });

  test('the destination’s direction tells what the source’s trainees would bring, in words with the day of the answer', () => {
    const asking = source({
      seats: 2,
      term: '25-35',
      windows: [
        { from: '2028-04-01', to: '2028-09-29', doctors: 2 },
        { from: '2028-07-01', to: '2028-09-29', doctors: 1 },
      ],
      wishes: ['housing', 'travel', 'emergency', 'supervisors'],
      trainees: 30,
    });
    const entry = open([asking], [host('h', '20', { ...told, supervisors: 2 })])
      .list('destination', 'h')
      ?.entry('s');
    expect(Object.fromEntries((entry?.reasons() ?? []).map((one) => [one.criterion, one]))).toMatchObject({
      'filled-periods': {
        direction: 'for-destination',
        points: 66,
        text: '受入可能な各時期の3人分のうち、2人分の時期に派遣の予定（2026年11月25日回答）',
      },
      'asked-wishes': {
        points: 33,
        text: '連携元が重視：宿舎に応えられます、指導体制・交通費・住居への支援には応えにくい状況です（2026年11月25日回答）',
      },
      continuity: { points: 50, text: '派遣の時期は合わせて約26週（2026年11月25日回答）' },
      trainees: { points: 75, text: '研修医30人（2026年11月25日回答）' },
    });
  });

  test('a source that did not say is missing on the destination’s side, not nothing', () => {
    const entry = open([source({ seats: 2 })], [host('h', '20', told)])
      .list('destination', 'h')
      ?.entry('s');
    expect(Object.fromEntries((entry?.reasons() ?? []).map((one) => [one.criterion, one]))).toMatchObject({
      'filled-periods': { points: null, text: '受入枠の活用：連携元の回答がありません' },
      'asked-wishes': { points: null },
      continuity: { points: null },
      trainees: { points: null },
    });
  });

  test('令和8年度 keeps its own criteria, and a pool of one year is not opened by the other’s', () => {
    expect(matchingR8.criteria.filter(({ direction }) => direction === 'for-destination')).toHaveLength(5);
    const pool = matchingR8.pool({ asOf: '2026-01-20', sources: [wishing], hosts: [host('h', '20', told)] });
    expect(() => matchingR9.open(pool)).toThrow(RangeError);
  });

  test('a stay shorter than 24 weeks in common is no place', () => {
    const short = { ...told, periods: [{ from: '2028-04-17', to: '2028-09-30', doctors: 3 }] };
    const enough = { ...told, periods: [{ from: '2028-04-16', to: '2028-09-30', doctors: 1 }] };
    expect(reasonsOf(host('h', '20', short)).periods).toMatchObject({ points: 0 });
    expect(reasonsOf(host('h', '20', enough)).periods).toMatchObject({ points: 50 });
  });

  test('an update lays its capacity over the first answer and leaves the rest', () => {
    const reasons = reasonsOf(
      host('h', '20', told, { periods: [{ from: '2028-04-01', to: '2029-03-31', doctors: 1 }], consultable: 'yes' }),
    );
    expect(reasons.periods).toMatchObject({
      points: 50,
      text: '希望する時期に2人のうち1人を受入可能（2027年1月15日回答）',
    });
    expect(reasons.housing?.text).toBe('宿舎（単身用）（2026年11月20日回答）');
    expect(reasons.freshness).toMatchObject({ points: 100, text: '最後の回答は提供日の5日前' });
  });

  test('a host that takes no requests stands last and says why; an empty update means nobody', () => {
    const ranking = open(
      [wishing],
      [
        host('no', '20', { accepts: 'no' }),
        host('shut', '20', told, { consultable: 'no' }),
        host('open', '47', { ...told, housing: ['none'] }),
        host('full', '20', told, { periods: [] }),
      ],
    );
    const lines =
      ranking
        .list('source', 's')
        ?.entries()
        .map(({ partner, closedBecause }) => [partner.organisation, closedBecause]) ?? [];
    expect(lines[0]).toEqual(['open', null]);
    expect(Object.fromEntries(lines)).toMatchObject({
      no: '受け入れる予定はないと回答しています。',
      shut: '受入相談を受け付けていません。',
      full: '受入可能な人数がありません。',
    });
  });

  test('what a source says it looks for is a start for its weights', () => {
    expect(open([wishing], []).suggested('s')).toEqual({ housing: 10 });
  });

  test('published weights are whole, within bounds, and every criterion says how its points come about', () => {
    for (const { weight, help } of matchingR9.criteria) {
      expect(Number.isInteger(weight) && weight >= 0 && weight <= matchingR9.maxWeight).toBe(true);
      expect(help.length).toBeGreaterThan(5);
    }
    expect(new Set(matchingR9.criteria.map(({ id }) => id)).size).toBe(matchingR9.criteria.length);
  });

  test('a hospital with every answer takes at most 200 compressed bytes of the pool', () => {
    const hosts = Array.from({ length: 330 }, (_, index) =>
      host(`2${String(index * 7919).padStart(9, '0')}`, String((index % 47) + 1).padStart(2, '0'), {
        ...told,
        symptoms: (index * 13) % 30,
        diseases: (index * 7) % 27,
        ambulances: (index * 7907) % 15_000,
        nights: index % 8,
        supervisors: (index * 31) % 90,
        childcare: SETS.childcare.filter((_, at) => ((index * 37) >> at) % 2 === 1),
        departments: SETS.departments
          .filter((_, at) => ((index * 104_729) >> at) % 2 === 1)
          .map((department, at) => ({ department, supervisors: (index * (at + 3)) % 23, doctors: (index + at) % 4 })),
      }),
    );
    const pool = matchingR9.pool({ asOf: '2027-01-20', sources: [wishing], hosts });
    expect(deflateRawSync(JSON.stringify(pool), { level: 9 }).length / hosts.length).toBeLessThan(200);
  });
});
