import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/permission/actor.ts';
import { emptyQuestion } from '#lib/core/survey/compose/question-kinds.ts';
import { questionsOf } from '#lib/core/survey/compose/target.ts';
import { keys } from '#lib/store/keys.ts';
import { createForm } from '#lib/usecases/forms/create-form.ts';
import { editDraft } from '#lib/usecases/forms/edit-draft.ts';
import { listForms } from '#lib/usecases/forms/list-forms.ts';
import { publishForm } from '#lib/usecases/forms/publish-form.ts';
import { fingerprint, type OpenDraft, readDraft } from '#lib/usecases/forms/read-draft.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';
import { undoEdit } from '#lib/usecases/forms/undo-edit.ts';
import { ministry, type SmallCountry, smallCountry } from '#test/support/small-country.ts';
import { smallForm } from '#test/support/small-form.ts';

const colleague: Actor = { kind: 'ministry', id: 'm2', name: '厚労 次郎' };
const places = { kind: 'question', id: 'places' } as const;

let country: SmallCountry;
let id: string;

beforeEach(async () => {
  country = await smallCountry();
  const wish = { title: '臨時の調査', start: smallForm, from: 'small', request: 'press1' };
  const made = await createForm(country.desk, ministry, wish);
  if (!made.ok) throw new Error(made.error.kind);
  id = made.value;
});

async function draft(): Promise<OpenDraft> {
  const open = await readDraft(country.desk, id);
  if (!open) throw new Error('no draft');
  return open;
}

const relabelled = async (by: Actor, label: string, seen: string) => {
  const question = questionsOf((await draft()).form).find((each) => each.id === 'places');
  if (!question) throw new Error('no question');
  const command = { kind: 'set-question', question: { ...question, label } } as const;
  return editDraft(country.desk, by, { form: id, command, seen: { target: places, fingerprint: seen } });
};

const published = async (request: string) => {
  const open = await draft();
  return publishForm(country.desk, ministry, { form: id, draft: open.draft.version, request });
};

describe('a form that staff make', () => {
  test('is made once, however often the button is pressed, and stands in the list', async () => {
    await createForm(country.desk, ministry, { title: '別の名前', from: 'empty', request: 'press1' });
    expect(await listForms(country.desk)).toMatchObject([
      { id, title: '臨時の調査', questions: 2, published: 0, savedBy: '厚労 花子' },
    ]);
    expect((await draft()).form.title).toBe('臨時の調査');
  });

  test('is edited by several people at once where they edit different parts', async () => {
    const seen = fingerprint((await draft()).form, { target: places });
    const command = { kind: 'add-question', section: 'words', question: emptyQuestion('date') } as const;
    await editDraft(country.desk, colleague, { form: id, command });
    expect((await relabelled(ministry, '受入れの人数', seen)).ok).toBe(true);
    expect(questionsOf((await draft()).form).map(({ id, label }) => [id, label])).toEqual([
      ['places', '受入れの人数'],
      ['strengths', '魅力'],
      ['q1', ''],
    ]);
  });

  test('keeps what a colleague saved of the same part, and says whose it is', async () => {
    const seen = fingerprint((await draft()).form, { target: places });
    await relabelled(colleague, '同僚の言葉', seen);
    const mine = await relabelled(ministry, '私の言葉', seen);
    expect(mine).toMatchObject({ ok: false, error: { kind: 'conflict', draft: { savedBy: '厚労 次郎' } } });
    expect(questionsOf((await draft()).form)[0]?.label).toBe('同僚の言葉');
  });

  test('gives a deletion back, unless something was saved since', async () => {
    await editDraft(country.desk, ministry, { form: id, command: { kind: 'delete', target: places } });
    const deleted = (await draft()).draft.version;
    expect((await undoEdit(country.desk, ministry, id, deleted)).ok).toBe(true);
    expect(questionsOf((await draft()).form).map((question) => question.id)).toEqual(['places', 'strengths']);
    expect(await undoEdit(country.desk, ministry, id, deleted)).toEqual({
      ok: false,
      error: { kind: 'moved-meanwhile' },
    });
  });

  test('is not published while something is missing', async () => {
    const command = { kind: 'add-question', section: 'words', question: emptyQuestion('choice') } as const;
    await editDraft(country.desk, ministry, { form: id, command });
    expect(await published('go')).toMatchObject({
      ok: false,
      error: {
        kind: 'problems',
        problems: [{ message: '選択肢を入力してください。' }, { message: '質問文を入力してください。' }],
      },
    });
    expect(await readVersion(country.desk, { id, version: 1 })).toBeUndefined();
  });

  test('never changes once published, while its draft goes on', async () => {
    expect((await published('go')).ok).toBe(true);
    expect((await published('go')).ok).toBe(true);
    const first = JSON.stringify(await country.desk.table.get(keys.formVersion(id, 1)));
    await relabelled(ministry, '次の版の言葉', fingerprint((await draft()).form, { target: places }));
    expect((await published('again')).ok).toBe(true);
    expect(JSON.stringify(await country.desk.table.get(keys.formVersion(id, 1)))).toBe(first);
    expect((await readVersion(country.desk, { id, version: 2 }))?.sections[0]?.questions[0]?.label).toBe(
      '次の版の言葉',
    );
    expect(await listForms(country.desk)).toMatchObject([{ published: 2, changed: false }]);
  });

  test('is published as it was shown, or not at all', async () => {
    const shown = (await draft()).draft.version;
    await relabelled(colleague, '見ていない言葉', fingerprint((await draft()).form, { target: places }));
    expect(await publishForm(country.desk, ministry, { form: id, draft: shown, request: 'go' })).toEqual({
      ok: false,
      error: { kind: 'moved-meanwhile' },
    });
  });
});
