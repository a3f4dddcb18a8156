import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import { saveSection } from '#lib/usecases/save-section.ts';
import { submitAnswer } from '#lib/usecases/submit-answer.ts';
import { clinic } from '#test/functions/hospital/clinic.ts';

const tanaka: Actor = {
  kind: 'hospital',
  organisation: 'h1',
  prefecture: '03',
  round: 'r1',
  purpose: 'answer',
  name: '田中',
};
const place = { round: 'r1', organisation: 'h1' };

async function ready() {
  const one = await clinic();
  const fields = { ...place, version: 0, base: [], confirm: true };
  await saveSection(one.desk, tanaka, { ...fields, section: 'hospital', posted: { name: ['架空病院'], beds: ['10'] } });
  await saveSection(one.desk, tanaka, { ...fields, section: 'acceptance', posted: { accepts: ['no'] } });
  return one;
}

describe('submitting', () => {
  test('is one transaction: revision, state, receipt, pointer for next year and audit', async () => {
    const { desk, table } = await ready();
    let commits = 0;
    const counting = {
      ...desk,
      table: {
        ...desk.table,
        commit: (writes: Parameters<typeof table.commit>[0]) => table.commit(writes).finally(() => commits++),
      },
    };
    const done = await submitAnswer(counting, tanaka, { ...place, request: 'q1' });
    expect(done.ok && done.value).toMatchObject({ state: 'submitted', revision: 1, submittedBy: '田中' });
    expect(commits).toBe(1);
    const kinds = table.all().map(({ pk, sk }) => `${pk.split('#')[0]} ${sk.split('#')[0]}`);
    expect(kinds).toEqual(expect.arrayContaining(['ANS REV', 'ORG LATEST', 'OUT h1', 'AUD 00000001']));
  });

  test('repeated, at once or later, changes nothing and succeeds', async () => {
    const { desk, table } = await ready();
    const wish = { ...place, request: 'q1' };
    const both = await Promise.all([submitAnswer(desk, tanaka, wish), submitAnswer(desk, tanaka, wish)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect((await submitAnswer(desk, tanaka, wish)).ok).toBe(true);
    expect(table.all().filter(({ sk }) => sk.startsWith('REV#'))).toHaveLength(1);
    const other = await submitAnswer(desk, tanaka, { ...place, request: 'q2' });
    expect(!other.ok && other.error.kind).toBe('wrong-state');
  });

  test('names what is missing and where', async () => {
    const { desk } = await clinic();
    const early = await submitAnswer(desk, tanaka, { ...place, request: 'q1' });
    expect(!early.ok && early.error).toMatchObject({
      kind: 'incomplete',
      problems: [
        { section: 'hospital', field: 'name' },
        { section: 'hospital', field: 'beds' },
        { section: 'acceptance', field: 'accepts' },
      ],
    });
  });

  test('holds back while last time’s answers of a section are unconfirmed', async () => {
    const { desk } = await clinic({ previous: { name: '架空病院', beds: 10, accepts: 'no' } });
    const early = await submitAnswer(desk, tanaka, { ...place, request: 'q1' });
    expect(
      !early.ok && early.error.kind === 'incomplete' && early.error.problems.map(({ message }) => message),
    ).toEqual([
      '「病院の概要」を開いて、前回の回答を確認してください。',
      '「受入れ」を開いて、前回の回答を確認してください。',
    ]);
  });
});
