import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import type { Section, Values } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { fingerprints, mergeSection } from '#lib/usecases/merge-section.ts';
import { type SectionSave, saveSection } from '#lib/usecases/save-section.ts';
import { clinic } from '#test/functions/hospital/clinic.ts';

const tanaka: Actor = {
  kind: 'hospital',
  organisation: 'h1',
  prefecture: '03',
  round: 'r1',
  purpose: 'answer',
  name: '田中',
};

const save = (change: Partial<SectionSave>): SectionSave => ({
  round: 'r1',
  organisation: 'h1',
  section: 'hospital',
  posted: {},
  version: 0,
  base: [],
  confirm: true,
  ...change,
});

const stateOf = async ({ table }: Awaited<ReturnType<typeof clinic>>) =>
  (await find(table, rows.answer, keys.answer('r1', 'h1')))?.state;

describe('saving a section', () => {
  test('moves the answer to 入力中, and to 入力済 when nothing is left', async () => {
    const place = await clinic();
    await saveSection(place.desk, tanaka, save({ posted: { name: ['架空病院'], beds: ['10'] } }));
    expect(await stateOf(place)).toBe('drafting');
    await saveSection(place.desk, tanaka, save({ section: 'acceptance', posted: { accepts: ['no'] } }));
    expect(await stateOf(place)).toBe('complete');
    await saveSection(place.desk, tanaka, save({ section: 'acceptance', posted: { accepts: ['yes'] }, version: 1 }));
    expect(await stateOf(place)).toBe('drafting');
  });

  test('in passing leaves it open whether the section is done', async () => {
    const { desk } = await clinic();
    const passing = await saveSection(desk, tanaka, save({ posted: { name: ['架空病院'] }, confirm: false }));
    expect(passing.ok && passing.value.draft.unchanged).toBeUndefined();
    const pressed = await saveSection(desk, tanaka, save({ posted: { name: ['架空病院'] }, version: 1 }));
    expect(pressed.ok && pressed.value.draft.unchanged).toBe(false);
  });

  test('costs one write, and none when nothing changed', async () => {
    const { desk } = await clinic({ answer: { state: 'drafting' } });
    let writes = 0;
    const counting = {
      ...desk,
      table: {
        ...desk.table,
        write: (one: Parameters<typeof desk.table.write>[0]) => desk.table.write(one).finally(() => writes++),
      },
    };
    const first = save({ posted: { name: ['架空病院'] }, confirm: false });
    await saveSection(counting, tanaka, first);
    expect(writes).toBe(1);
    await saveSection(counting, tanaka, { ...first, version: 1 });
    expect(writes).toBe(1);
  });

  test('is refused for an unknown section, a hospital that was not asked and a closed round', async () => {
    const { desk } = await clinic({ round: { state: 'released' } });
    const kinds = await Promise.all(
      [save({ section: 'none' }), save({ organisation: 'h2' }), save({})].map(async (one) => {
        const saved = await saveSection(desk, tanaka, one);
        return saved.ok ? 'saved' : saved.error.kind;
      }),
    );
    expect(kinds).toEqual(['no-such-section', 'not-asked', 'closed']);
  });

  test('of twenty people at once, each on the question of their own, loses nobody', async () => {
    const questions = Array.from({ length: 20 }, (_, at) => ({
      kind: 'text' as const,
      id: `q${at}`,
      label: `問${at}`,
      maxLength: 10,
    }));
    const section: Section = { id: 'many', title: '大勢', minutes: 1, questions };
    const { desk, table } = await clinic({
      form: { id: 'f', version: 1, title: '', prepare: [], sections: [section] },
    });
    await Promise.all(
      questions.map(({ id }) => saveSection(desk, tanaka, save({ section: 'many', posted: { [id]: [id] }, base: [] }))),
    );
    const kept = await find(table, rows.draft, keys.section('r1', 'h1', 'many'));
    expect(kept?.values).toEqual(Object.fromEntries(questions.map(({ id }) => [id, id])));
  });
});

describe('merging two people’s answers', () => {
  const section: Section = {
    id: 's',
    title: '',
    minutes: 1,
    questions: ['a', 'b', 'c'].map((id) => ({ kind: 'text', id, label: id, maxLength: 9 })),
  };
  const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'));

  test('keeps every change that only one of them made, and names what both changed differently', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base: Values, mine: Values, theirs: Values) => {
        const merged = mergeSection(section, fingerprints(section, base), mine, theirs);
        for (const id of ['a', 'b', 'c']) {
          const expected = mine[id] === base[id] ? theirs[id] : mine[id];
          expect(merged.values[id]).toBe(expected);
          const both = mine[id] !== base[id] && theirs[id] !== base[id] && mine[id] !== theirs[id];
          expect(merged.conflicts.includes(id)).toBe(both);
        }
      }),
    );
  });
});
