import { emptyChain } from '#lib/core/audit/entry.ts';
import { type Actor, personName } from '#lib/core/permission/actor.ts';
import { ownedBy } from '#lib/core/permission/owner.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import type { FormDraft } from '#lib/core/survey/compose/stored-form.ts';
import { questionsOf } from '#lib/core/survey/compose/target.ts';
import type { Form } from '#lib/core/survey/form.ts';
import { FORM_LIMIT } from '#lib/core/survey/form-schema.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from '../audited.ts';
import type { Desk } from '../desk.ts';
import { bodyOf } from './form-body.ts';
import { headOf } from './keep-draft.ts';

export interface NewForm {
  readonly title: string;
  /** What it starts from: a built-in form, another form, an XLSForm that was read, or nothing. */
  readonly start?: Form;
  /** Where it comes from, for the audit. */
  readonly from: string;
  /** Id given by the page; the same request makes the same form. */
  readonly request: string;
}

export interface CreateRefused {
  readonly kind: 'bad-request' | 'no-title' | 'too-large';
}

/** Ids that the page gives; anything else never reaches a key. */
const requestId = /^[a-z0-9]{1,32}$/;

/** Begins a form of the person's office: a draft of its own that nobody is asked yet. The same request again gives the form that it made first. */
export async function createForm(desk: Desk, actor: Actor, wish: NewForm): Promise<Result<string, CreateRefused>> {
  if (!requestId.test(wish.request)) return refuse({ kind: 'bad-request' });
  const title = wish.title.trim();
  if (title === '') return refuse({ kind: 'no-title' });
  const id = `form-${wish.request}`;
  const { carries: _, ...start } = wish.start ?? { prepare: [], sections: [], carries: {} };
  const form: Form = { ...start, id, version: 1, title };
  const body = bodyOf(form);
  if (Buffer.byteLength(body) > FORM_LIMIT) return refuse({ kind: 'too-large' });
  const at = desk.world.now();
  const trail = audited(emptyChain, { aggregate: id, at, actor, act: 'form.create', detail: { from: wish.from } });
  const draft: FormDraft = {
    id,
    ...ownedBy(actor),
    body,
    ids: highestId(form),
    published: 0,
    version: 1,
    savedAt: at,
    savedBy: personName(actor),
    chain: trail.chain,
  };
  const written = await desk.table.commit([
    { put: rows.formDraft.item(draft), expect: { absent: true } },
    { put: headOf(draft, form, true) },
    trail.write,
  ]);
  return written.ok || written.error.at[0]?.item ? ok(id) : refuse({ kind: 'bad-request' });
}

/** The highest number among ids of the kind that composing gives, so that none of them is given again after it was deleted. */
function highestId(form: Form): number {
  const questions = questionsOf(form);
  const columns = questions.flatMap((question) => (question.kind === 'table' ? question.columns : []));
  const numbers = [...form.sections, ...questions, ...columns].map(({ id }) =>
    Number(/^[sqc](\d{1,6})$/.exec(id)?.[1]),
  );
  return Math.max(0, ...numbers.filter((number) => !Number.isNaN(number)));
}
