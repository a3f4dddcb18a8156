import { emptyChain } from '#lib/core/audit/entry.ts';
import { stands } from '#lib/core/organisations/organisation.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ownedBy } from '#lib/core/permission/owner.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type PlanProblem, readPlan, type TypedPlan } from '#lib/core/rounds/plan.ts';
import { chosenMost, type Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { findSurvey, type SurveyName } from './find-survey.ts';
import { findForm } from './forms/list-forms.ts';

export type PrepareRefused =
  | { readonly kind: 'bad-request' }
  | { readonly kind: 'problems'; readonly noSurvey: boolean; readonly problems: readonly PlanProblem[] };

export interface PrepareWish extends TypedPlan, SurveyName {
  /** Id given by the form's page; the same request makes the same round. */
  readonly request: string;
}

/** Ids that the form's page gives; anything else never reaches a key. */
const requestId = /^[a-z0-9]{1,32}$/;

/** Lays a round of the person's office down as 準備中: nothing is sent yet. An office asks its own forms only, and a prefecture its own hospitals. The same request again gives the round that it made first. */
export async function prepareRound(
  desk: Desk,
  actor: Actor,
  wish: PrepareWish,
): Promise<Result<Round, PrepareRefused>> {
  const own = await asOwn(desk, actor, wish);
  const found = own && (await findSurvey(desk, own));
  if (!requestId.test(wish.request)) return refuse({ kind: 'bad-request' });
  const single = await chosenProblem(desk, own?.audience);
  const at = desk.world.now();
  const { release = '', ...rest } = wish;
  const staysHere = found !== undefined && found.survey.informs === undefined;
  const plan = readPlan(staysHere ? rest : { ...rest, release }, at);
  if (!plan.ok || !found || single) {
    return refuse({ kind: 'problems', noSurvey: !found, problems: plan.ok ? [] : plan.error });
  }

  const id = `${wish.program}-${wish.edition}-${wish.request}`;
  const trail = audited(emptyChain, {
    aggregate: id,
    at,
    actor,
    act: 'round.prepare',
    detail: { due: plan.value.due },
  });
  const { form } = found.survey;
  const round: Round = {
    id,
    ...ownedBy(actor),
    program: wish.program,
    edition: wish.edition,
    survey: wish.survey,
    form: { id: form.id, version: form.version },
    ...(own?.audience === undefined ? {} : { audience: own.audience }),
    ...plan.value,
    ladder: [...plan.value.ladder],
    state: 'preparing',
    asked: 0,
    informed: 0,
    createdAt: at,
    version: 1,
    chain: trail.chain,
  };
  const written = await desk.table.commit([{ put: rows.round.item(round), expect: { absent: true } }, trail.write]);
  if (written.ok) return ok(round);
  const before = written.error.at[0]?.item;
  return before ? ok(rows.round.read(before)) : refuse({ kind: 'bad-request' });
}

/** What is wished as the person's office may ask it; undefined where the form is another office's, or a prefecture names none of its own. */
async function asOwn(desk: Desk, actor: Actor, wish: PrepareWish): Promise<SurveyName | undefined> {
  const form = wish.form && (await findForm(desk, wish.form.id));
  const { owner } = ownedBy(actor);
  if (form?.owner !== owner) return undefined;
  if (owner === undefined) return wish;
  return wish.audience && { ...wish, audience: { ...wish.audience, prefectures: [owner] } };
}

/** Whether single hospitals are chosen that cannot be asked: none, too many, or some that the register does not hold, that were merged into another, or not in the prefectures asked. */
async function chosenProblem({ table }: Desk, audience: SurveyName['audience']): Promise<boolean> {
  const ids = audience?.organisations;
  if (ids === undefined) return false;
  if (ids.length === 0 || ids.length > chosenMost || new Set(ids).size < ids.length) return true;
  const found = await table.getAll(ids.map((id) => keys.organisation(id)));
  const there = found.map((item) => rows.organisation.read(item));
  const asked = there.filter(
    (one) => one.kind === 'hospital' && stands(one) && (audience?.prefectures?.includes(one.prefecture) ?? true),
  );
  return asked.length < ids.length;
}
