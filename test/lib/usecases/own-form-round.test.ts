import { beforeEach, describe, expect, test } from 'vitest';
import type { Mapping } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { countLosses } from '#lib/usecases/forms/count-losses.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { publishForm } from '#lib/usecases/forms/publish-form.ts';
import { mergeHospital } from '#lib/usecases/merge-hospital.ts';
import { endRound, openRound, releaseRound } from '#lib/usecases/move-round.ts';
import { openSurvey } from '#lib/usecases/open-survey.ts';
import { type PrepareWish, prepareRound } from '#lib/usecases/prepare-round.ts';
import { readCarried } from '#lib/usecases/read-answer.ts';
import { answersOf } from '#lib/usecases/read-round.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { clerkOf, submitted } from '#test/functions/staff/open-round.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { smallForm } from '#test/support/small-form.ts';

let country: SmallCountry;
let form: string;

beforeEach(async () => {
  country = await smallCountry();
  const made = await createForm(country.desk, ministry, {
    title: '臨時',
    start: smallForm,
    from: 'small',
    request: 'f',
  });
  if (!made.ok) throw new Error('no form');
  form = made.value;
  await publish(1);
});

const publish = (draft: number, questions?: Readonly<Record<string, string | null>>) =>
  publishForm(country.desk, ministry, {
    form,
    draft,
    request: `p${draft}`,
    ...(questions ? { carries: { questions } } : {}),
  });

async function opened(more: Partial<PrepareWish> = {}): Promise<string> {
  const made = await prepareRound(country.desk, ministry, {
    program: 'koiki',
    edition: country.edition.id,
    survey: form,
    form: { id: form, version: 1 },
    audience: { asks: 'every', prefectures: ['03', '13'] },
    title: '臨時の調査',
    due: '2027-01-29',
    ladder: ['-7'],
    officeName: '医事課',
    officeTelephone: '03-0000-0000',
    request: 'r1',
    ...more,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  await openRound(country.desk, ministry, made.value.id);
  await country.runJobs();
  return made.value.id;
}

describe('a round on a form that staff made', () => {
  test('asks whom it names: every hospital of some prefectures, or one side by the areas', async () => {
    const every = await opened();
    const asked = async (round: string) =>
      (await answersOf(country.desk, round)).map(({ organisation }) => organisation);
    expect(await asked(every)).toEqual(['IWATE1', 'IWATE2', 'IWATE3', 'TOKYO1', 'TOKYO2']);
    const side = await opened({ audience: { asks: 'destination' }, request: 'r2' });
    expect(await asked(side)).toEqual(['IWATE1', 'IWATE2', 'IWATE3']);
  });

  test('is answered and submitted as any other', async () => {
    const round = await opened();
    await submitted(country, round, 'IWATE1', 3);
    expect((await answersOf(country.desk, round, '03'))[0]).toMatchObject({ state: 'submitted', revision: 1 });
  });

  test('hands its answers to nobody: it is ended, not released, and then takes nothing more', async () => {
    const round = await opened();
    expect(await releaseRound(country.desk, ministry, round)).toMatchObject({
      ok: false,
      error: { kind: 'wrong-state' },
    });
    expect(await endRound(country.desk, ministry, round)).toMatchObject({ ok: true, value: { state: 'ended' } });
    const late = {
      round,
      organisation: 'IWATE1',
      section: 'capacity',
      posted: {},
      version: 0,
      base: [],
      confirm: true,
    };
    expect(await saveSection(country.desk, clerkOf(round, 'IWATE1'), late)).toMatchObject({ ok: false });
  });

  test('keeps its version while the form goes on, and answers reach the next by what was declared', async () => {
    const first = await opened();
    await submitted(country, first, 'IWATE1', 3);
    await publish(2, { places: null });
    expect(await openSurvey(country.desk, first, 'IWATE1')).toMatchObject({
      ok: true,
      value: { form: { version: 1 } },
    });
    const second = await opened({ form: { id: form, version: 2 }, request: 'r2' });
    const open = await openSurvey(country.desk, second, 'IWATE1');
    if (!open.ok) throw new Error('not asked');
    const carried = await readCarried(country.desk, open.value.form, open.value.file.answer);
    expect(carried).toMatchObject({ version: 1, values: {} });
  });

  test('tells before publishing how many hospitals’ last answers would lose something', async () => {
    const first = await opened();
    for (const [id, places] of [
      ['IWATE1', 3],
      ['IWATE2', 40],
      ['TOKYO1', 60],
    ] as const)
      await submitted(country, first, id, places);
    const before = { ...smallForm, id: form };
    const most = (max: number) => ({
      ...before,
      version: 2,
      sections: before.sections.map((section) => ({
        ...section,
        questions: section.questions.map((question) => (question.kind === 'integer' ? { ...question, max } : question)),
      })),
    });
    const counted = (max: number, mapping?: Mapping) => countLosses(country.desk, before, most(max), mapping);
    expect(await counted(99)).toEqual({ lost: 0, read: 3, answered: 3 });
    expect(await counted(40)).toEqual({ lost: 1, read: 3, answered: 3 });
    expect(await counted(99, { questions: { places: null } })).toEqual({ lost: 3, read: 3, answered: 3 });
  });

  test('is not prepared without saying whom it asks, nor on a version that was never published', async () => {
    const wish = { request: 'r3', form: { id: form, version: 9 } };
    await expect(opened(wish)).rejects.toThrow('noSurvey');
    expect(await country.desk.table.get(keys.round(`koiki-${country.edition.id}-r3`))).toBeUndefined();
  });

  test('is asked of single hospitals, but of none that was merged into another', async () => {
    const audience = { asks: 'every' as const, organisations: ['IWATE1', 'TOKYO1'] };
    const round = await opened({ audience });
    expect((await answersOf(country.desk, round)).map(({ organisation }) => organisation)).toEqual([
      'IWATE1',
      'TOKYO1',
    ]);
    await mergeHospital(country.desk, ministry, { from: 'IWATE1', into: 'IWATE2', request: 'm' });
    await expect(opened({ audience, request: 'r2' })).rejects.toThrow('"noSurvey":false,"problems":[]');
  });
});
