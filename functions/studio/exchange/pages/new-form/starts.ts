import type { Option } from '#functions/components/fields/select-field.tsx';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { may } from '#lib/core/permission/table.ts';
import type { Form } from '#lib/core/survey/form.ts';
import type { Desk } from '#lib/usecases/desk.ts';
import { findForm, listForms } from '#lib/usecases/forms/list-forms.ts';
import { readVersion } from '#lib/usecases/forms/read-version.ts';

/** What somebody's new form may be copied from: the newest editions' own forms, and published ones of the ministry and the own office. */
export async function startsFor(desk: Desk, actor: Actor): Promise<readonly Option[]> {
  const builtIn = desk.programs.flatMap(({ shortName, editions }) =>
    editions
      .slice(-1)
      .flatMap(({ label, surveys }) =>
        surveys.map(({ form }) => ({ value: nameOf(form), label: `${shortName} ${label} ${form.title}` })),
      ),
  );
  const own = (await listForms(desk))
    .filter((head) => head.published > 0 && may(actor, 'form.copy', { office: ownerOf(head) }))
    .map(({ id, title, published: version }) => ({
      value: nameOf({ id, version }),
      label: `${title}（第${version}版）`,
    }));
  return [...builtIn, ...own];
}

/** The form that an option names; undefined when there is none that this person may copy. */
export async function startNamed(desk: Desk, actor: Actor, name: string): Promise<Form | undefined> {
  const [id = '', version = ''] = name.split('@');
  const head = await findForm(desk, id);
  if (head && !may(actor, 'form.copy', { office: ownerOf(head) })) return undefined;
  return readVersion(desk, { id, version: Number(version) });
}

const nameOf = ({ id, version }: { readonly id: string; readonly version: number }): string => `${id}@${version}`;
