import type { Table } from '#lib/core/ports.ts';
import type { Program, SurveyEdition } from '#lib/core/program.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { formOf } from './form-body.ts';

/** Where forms are found: the programmes' own, and the table for those that staff made. */
export interface FormReader<E extends SurveyEdition = SurveyEdition> {
  readonly table: Table;
  readonly programs: readonly Program<E>[];
}

/** Published forms that a warm function has read; a published version never changes. */
const read = new WeakMap<Table, Map<string, Form>>();

/** One version of a form, built in or published by staff; undefined when there is none. */
export async function readVersion(
  { table, programs }: FormReader,
  of: { readonly id: string; readonly version: number },
): Promise<Form | undefined> {
  const builtIn = programs
    .flatMap(({ editions }) => editions.flatMap(({ surveys }) => surveys.map(({ form }) => form)))
    .find(({ id, version }) => id === of.id && version === of.version);
  if (builtIn) return builtIn;
  const known = read.get(table) ?? new Map<string, Form>();
  read.set(table, known);
  const name = `${of.id}@${of.version}`;
  const kept = known.get(name);
  if (kept) return kept;
  const stored = await find(table, rows.formVersion, keys.formVersion(of.id, of.version));
  const form = stored && formOf(stored);
  if (form) known.set(name, form);
  return form;
}
