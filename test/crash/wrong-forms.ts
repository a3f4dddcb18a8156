import { isDeepStrictEqual } from 'node:util';
import type { Item } from '#lib/core/ports.ts';
import { formProblems } from '#lib/core/survey/compose/form-problems.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import { questionsOf } from '#lib/core/survey/compose/target.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { formOf } from '#lib/usecases/forms/form-body.ts';
import { isChanged } from '#lib/usecases/forms/read-draft.ts';
import type { Outline, Told } from './told.ts';

const outlineOf = ({ sections }: Form): Outline =>
  sections.map(({ title, questions }) => [title, ...questions.map(({ label }) => label)]);

/** What does not hold of the forms that staff made: drafts as they were last shown, no form twice, versions whole, all as the list and the audit have them. */
export function wrongForms(items: readonly Item[], told: Told): string[] {
  const drafts = items
    .filter(({ pk, sk }) => pk.startsWith('FORM#') && sk === 'DRAFT')
    .map((item) => rows.formDraft.read(item));
  const newest = new Map(told.composed.map(({ form, outline }) => [form, outline]));
  return [
    ...(drafts.length === newest.size ? [] : [`${newest.size} forms were begun and ${drafts.length} are there`]),
    ...[...newest].flatMap(([form, outline]) => {
      const draft = drafts.find(({ id }) => id === form);
      const stored = draft && outlineOf(formOf(draft));
      return isDeepStrictEqual(stored, outline)
        ? []
        : [`${form} was shown as ${JSON.stringify(outline)}, and stored is ${JSON.stringify(stored)}`];
    }),
    ...drafts.flatMap((draft) => [...wrongVersions(items, draft, told), ...wrongLine(items, draft)]),
  ];
}

function versionsOf(items: readonly Item[], id: string) {
  const prefix = keys.formVersion(id, 0).sk.replace(/\d+$/, '');
  return items
    .filter(({ pk, sk }) => pk === keys.form(id).pk && sk.startsWith(prefix))
    .map((item) => rows.formVersion.read(item))
    .sort((a, b) => a.version - b.version);
}

/** Every version that was said to be published is there and says something that was shown, and there is no other. */
function wrongVersions(items: readonly Item[], { id, published }: FormDraft, told: Told): string[] {
  const versions = versionsOf(items, id);
  const wanted = [...new Set(told.published.flatMap(({ form, version }) => (form === id ? [version] : [])))];
  const shown = told.composed.filter(({ form }) => form === id);
  const acts = items
    .filter(({ pk }) => pk.startsWith('AUD#'))
    .map((item) => rows.audit.read(item))
    .filter(({ aggregate }) => aggregate === id)
    .map(({ act }) => act)
    .sort();
  return [
    ...(isDeepStrictEqual(
      versions.map(({ version }) => version),
      wanted,
    )
      ? []
      : [
          `versions ${wanted.join()} of ${id} were published, and ${versions.map((one) => one.version).join()} are there`,
        ]),
    ...(published === versions.length ? [] : [`${id} stands at version ${published} and has ${versions.length}`]),
    ...(isDeepStrictEqual(acts, ['form.create', ...versions.map(() => 'form.publish')])
      ? []
      : [`the audit of ${id} has ${acts.join()}`]),
    ...versions.flatMap((stored) => {
      const form = formOf(stored);
      const known = shown.some(({ outline }) => isDeepStrictEqual(outline, outlineOf(form)));
      return known && form.id === id && form.version === stored.version && formProblems(form).length === 0
        ? []
        : [`version ${stored.version} of ${id} is not whole: ${JSON.stringify(outlineOf(form))}`];
    }),
  ];
}

/** A form's line in the list says what its draft is. */
function wrongLine(items: readonly Item[], draft: FormDraft): string[] {
  const { pk, sk } = keys.form(draft.id);
  const line = items.find((item) => item.pk === pk && item.sk === sk);
  if (!line) return [`${draft.id} is not in the list`];
  const { title, questions, published, changed } = rows.formHead.read(line);
  const form = formOf(draft);
  const stands = title === form.title && questions === questionsOf(form).length && published === draft.published;
  return stands && (changed || !isChanged(form, versionsOf(items, draft.id).at(-1)))
    ? []
    : [`the list has ${draft.id} as ${title}, ${questions} questions, version ${published}`];
}
