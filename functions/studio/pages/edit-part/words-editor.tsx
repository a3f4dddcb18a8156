import { typedOf } from '#functions/components/questions/typed.ts';
import { field, type PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { addresses } from '#functions/studio/addresses.ts';
import { notFound, onDraft } from '#functions/studio/page.ts';
import type { Command } from '#lib/core/survey/compose/edit-form.ts';
import { formEditor, sectionEditor } from '#lib/core/survey/compose/question-editor.ts';
import { sectionAt, type Target } from '#lib/core/survey/compose/target.ts';
import type { Form, Section, Values } from '#lib/core/survey/form.ts';
import { readSection } from '#lib/core/survey/read-section.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { editDraft } from '#lib/usecases/forms/edit-draft.ts';
import { fingerprint, readDraft } from '#lib/usecases/forms/read-draft.ts';
import { theirsOf } from './differing.ts';
import { type Editing, EditorPage } from './editor-page.tsx';
import { refusedWords } from './refused-words.ts';

/** Words of a form that are edited on a page of their own: the name, or a section's. */
interface WordsEditor {
  readonly heading: string;
  readonly editor: Section;
  readonly action: (form: Form, id: string) => string;
  /** Whether something that is there already is edited. */
  readonly stands: boolean;
  /** The part that is edited; the form's own words are no part. */
  readonly target: (id: string) => Target | undefined;
  /** What stands stored; undefined when there is no such part. */
  readonly values: (form: Form, id: string) => Values | undefined;
  readonly command: (form: Form, id: string, values: Values) => Command;
}

const text = (values: Values, id: string): string => String(values[id] ?? '');

const sectionWords = (values: Values) => ({
  title: text(values, 'title'),
  minutes: Number(values.minutes ?? 1),
  ...(values.lead === undefined ? {} : { lead: text(values, 'lead') }),
});

const name: WordsEditor = {
  stands: true,
  heading: '名前と説明を変える',
  editor: formEditor,
  action: (form) => addresses.name(form.id),
  target: () => undefined,
  values: ({ title, prepare }) => ({ title, ...(prepare.length === 0 ? {} : { prepare: prepare.join('\n') }) }),
  command: (_form, _id, values) => ({
    kind: 'name',
    title: text(values, 'title'),
    prepare: text(values, 'prepare')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  }),
};

const newSection: WordsEditor = {
  stands: false,
  heading: 'セクションを追加する',
  editor: sectionEditor,
  action: (form) => addresses.newSection(form.id),
  target: () => undefined,
  values: () => ({ minutes: 5 }),
  command: (_form, _id, values) => ({ kind: 'add-section', words: sectionWords(values) }),
};

const section: WordsEditor = {
  stands: true,
  heading: 'セクションを編集する',
  editor: sectionEditor,
  action: (form, id) => addresses.part(form.id, { kind: 'section', id }),
  target: (id) => ({ kind: 'section', id }),
  values: (form, id) => {
    const own = sectionAt(form, id);
    return own && { title: own.title, minutes: own.minutes, ...(own.lead === undefined ? {} : { lead: own.lead }) };
  },
  command: (form, id, values) => {
    const { questions: _, lead: __, ...kept } = sectionAt(form, id) ?? { questions: [] };
    return { kind: 'set-section', words: { ...kept, ...sectionWords(values), id } };
  },
};

const getWords = (words: WordsEditor) =>
  onDraft(({ form }, request, desk) => {
    const values = words.values(form, request.params.section ?? '');
    if (!values) return notFound();
    const editing = editingOf(words, form, request, typedOf(words.editor.questions, values), desk.world.id());
    return { page: <EditorPage viewer={request} editing={editing} /> };
  });

const postWords = (words: WordsEditor) =>
  onDraft(async ({ form }, request, desk): Promise<PageResponse> => {
    const id = request.params.section ?? '';
    const reading = readSection(words.editor, request.posted, {});
    const editing = editingOf(words, form, request, request.posted);
    const problems = [...reading.problems, ...reading.missing];
    if (problems.length > 0) {
      return { page: <EditorPage viewer={request} editing={editing} problems={problems} />, status: 422 };
    }
    const target = words.target(id);
    const edited = await editDraft(desk, request.actor, {
      form: form.id,
      command: words.command(form, id, reading.values),
      request: field(request, ':request'),
      ...(words.stands ? { seen: { target, fingerprint: field(request, ':seen') } } : {}),
    });
    if (edited.ok) return { redirect: addresses.at(form.id, target, 'saved') };
    if (edited.error.kind !== 'conflict') {
      const said = [{ field: 'title', message: refusedWords(edited.error) }];
      return { page: <EditorPage viewer={request} editing={editing} problems={said} />, status: 409 };
    }
    return conflicted(words, request, desk, form.id, reading.values);
  });

async function conflicted(
  words: WordsEditor,
  request: PageRequest,
  desk: Desk,
  form: string,
  mine: Values,
): Promise<PageResponse> {
  const now = await readDraft(desk, form);
  const theirs = now && words.values(now.form, request.params.section ?? '');
  if (!now || !theirs) return notFound();
  return {
    page: (
      <EditorPage
        viewer={request}
        editing={editingOf(words, now.form, request, request.posted)}
        theirs={theirsOf(words.editor, theirs, mine, now.draft)}
      />
    ),
    status: 409,
  };
}

function editingOf(
  words: WordsEditor,
  form: Form,
  request: PageRequest,
  posted: Editing['posted'],
  press = field(request, ':request'),
): Editing {
  const id = request.params.section ?? '';
  return {
    form,
    heading: words.heading,
    action: words.action(form, id),
    editor: words.editor,
    posted,
    hidden: {
      ':request': press,
      ...(words.stands ? { ':seen': fingerprint(form, { target: words.target(id) }) } : {}),
    },
  };
}

/** The form's name, a new section, and a section's words. */
export const getName = getWords(name);
export const postName = postWords(name);
export const getNewSection = getWords(newSection);
export const postNewSection = postWords(newSection);
export const getSection = getWords(section);
export const postSection = postWords(section);
