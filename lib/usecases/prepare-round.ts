import { emptyChain } from '#lib/core/audit/entry.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type PlanProblem, readPlan, type TypedPlan } from '#lib/core/rounds/plan.ts';
import { chosenMost, type Round } from '#lib/core/rounds/round.ts';
import { keys } from '#lib/store/keys.ts';
import { rows } from '#lib/store/rows.ts';
import { audited } from './audited.ts';
import type { Desk } from './desk.ts';
import { findSurvey, type SurveyName } from './find-survey.ts';

export type PrepareRefused =
  | { readonly kind: 'bad-request' }
  | { readonly kind: 'problems'; readonly noSurvey: boolean; readonly problems: readonly PlanProblem[] };

export interface PrepareWish extends TypedPlan, SurveyName {
  /** Id given by the form's page; the same request makes the same round. */
  readonly request: string;
}

/** Ids that the form's page gives; anything else never reaches a key. */
const requestId = /^[a-z0-9]{1,32}$/;

/** Lays a round down as 準備中: nothing is sent yet. The same request again gives the round that it made first. */
export async function prepareRound(
  desk: Desk,
  actor: Actor,
  wish: PrepareWish,
): Promise<Result<Round, PrepareRefused>> {
  const found = await findSurvey(desk, wish);
  if (!requestId.test(wish.request)) return refuse({ kind: 'bad-request' });
  const single = await chosenProblem(desk, wish.audience);
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
    program: wish.program,
    edition: wish.edition,
    survey: wish.survey,
    form: { id: form.id, version: form.version },
    ...(wish.audience === undefined ? {} : { audience: wish.audience }),
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

/** Whether single hospitals are chosen that cannot be asked: none, too many, or some that the register does not hold. */
async function chosenProblem({ table }: Desk, audience: SurveyName['audience']): Promise<boolean> {
  const ids = audience?.organisations;
  if (ids === undefined) return false;
  if (ids.length === 0 || ids.length > chosenMost || new Set(ids).size < ids.length) return true;
  const found = await table.getAll(ids.map((id) => keys.organisation(id)));
  return found.filter((item) => rows.organisation.read(item).kind === 'hospital').length < ids.length;
}
