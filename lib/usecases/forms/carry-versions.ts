import { carryOver } from '#lib/core/survey/carry-over.ts';
import type { Form, Values } from '#lib/core/survey/form.ts';
import { type FormReader, readVersion } from './read-version.ts';

/** Carries answers to an older version of a form up to this one, version by version, each by the mapping that it declares. */
export async function carryVersions(reader: FormReader, form: Form, values: Values, from: number): Promise<Values> {
  const between = await Promise.all(
    Array.from({ length: Math.max(form.version - from, 0) }, (_, at) =>
      readVersion(reader, { id: form.id, version: from + at }),
    ),
  );
  const [first = form, ...rest] = [...between, form].filter((each) => each !== undefined);
  return [first, ...rest]
    .slice(1)
    .reduce(
      ({ before, carried }, next) => ({ before: next, carried: carryOver(before, next, carried, next.carries).values }),
      { before: first, carried: carryOver(first, first, values).values },
    ).carried;
}
