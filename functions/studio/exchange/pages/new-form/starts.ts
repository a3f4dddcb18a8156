import type { Option } from '#functions/components/fields/select-field.tsx';
import type { FormHead } from '#lib/core/survey/compose/stored-form.ts';
import type { Form } from '#lib/core/survey/form.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';

/** What a new form may be copied from: the newest editions' own forms, and what staff published. */
export function startsOf(programs: Desk['programs'], published: readonly FormHead[]): readonly Option[] {
  const builtIn = programs.flatMap(({ shortName, editions }) =>
    editions
      .slice(-1)
      .flatMap(({ label, surveys }) =>
        surveys.map(({ form }) => ({ value: nameOf(form), label: `${shortName} ${label} ${form.title}` })),
      ),
  );
  const own = published
    .filter((head) => head.published > 0)
    .map(({ id, title, published: version }) => ({
      value: nameOf({ id, version }),
      label: `${title}（第${version}版）`,
    }));
  return [...builtIn, ...own];
}

/** The form that an option names; undefined when there is none. */
export function startNamed(desk: Desk, name: string): Promise<Form | undefined> {
  const [id = '', version = ''] = name.split('@');
  return readVersion(desk, { id, version: Number(version) });
}

const nameOf = ({ id, version }: { readonly id: string; readonly version: number }): string => `${id}@${version}`;
