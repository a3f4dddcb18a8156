import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { MatchPage } from '#functions/staff/page.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { allocationInput } from '#lib/usecases/allocation-input.ts';
import { readPlan, resultOf, steadinessOf } from '#lib/usecases/plan-allocation.ts';
import { loadAllocation } from './load-allocation.ts';
import { type PlanMode, pairReasons, planModes } from './pair-reasons.ts';
import { PlanPage } from './plan-page.tsx';
import { WaitingPage } from './waiting-page.tsx';

const isMode = (name: string): name is PlanMode => planModes.some((mode) => mode === name);

/** GET …/allocation/{plan}: a kept what-if, or how far it is; `source` and `mode` ask for one hospital's pairs. */
export const getPlan: MatchPage = async (request, desk) => {
  const plan = await readPlan(desk, param(request, 'plan'));
  const { opened, rule } = plan ? await loadAllocation(desk, plan.round) : {};
  if (!plan || !opened || !rule) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const result = resultOf(plan);
  if (!result) {
    const job = await find(desk.table, rows.job, keys.job(plan.id));
    return { page: <WaitingPage viewer={request} plan={plan} job={job} asOf={desk.world.now()} /> };
  }
  const { round } = allocationInput(opened, rule, plan.choices);
  const source = request.query.get('source');
  const known = source !== null && round.sources.has(source) ? source : undefined;
  const asked = request.query.get('mode') ?? '';
  const mode = isMode(asked) ? asked : result.best === null ? 'stable' : 'best';
  const before = plan.repeats === undefined ? undefined : await readPlan(desk, plan.repeats);
  return {
    page: (
      <PlanPage
        viewer={request}
        opened={opened}
        rule={rule}
        plan={plan}
        result={result}
        steadiness={steadinessOf(plan)}
        round={round}
        source={known}
        mode={mode}
        reasons={known === undefined ? undefined : pairReasons(round, plan.choices, result, mode, known)}
        same={before && before.inputHash === plan.inputHash && before.resultHash === plan.resultHash}
        request={desk.world.id()}
      />
    ),
  };
};
