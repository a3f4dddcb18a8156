import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { RulePage } from '#functions/staff/page.ts';
import { explainRound } from '#lib/core/matching/allocation/explain/explain-round.ts';
import { runHighs } from '#lib/core/matching/allocation/free/run-highs.ts';
import { floorsMet, solveFlow } from '#lib/core/matching/allocation/round/best-total.ts';
import { indexRound } from '#lib/core/matching/allocation/round/indexed-round.ts';
import { allocationInput } from '#lib/usecases/allocation-input.ts';
import { readPlan, repeatPlan, resultOf } from '#lib/usecases/plan-allocation.ts';
import { loadAllocation } from './load-allocation.ts';
import { PlanPage } from './plan-page.tsx';

/** GET …/allocation/{plan}: a kept what-if; `source` asks for one hospital's pairs, `again` for running it once more. */
export const getPlan: RulePage = async (request, desk) => {
  const plan = await readPlan(desk, param(request, 'plan'));
  const { opened, rule } = plan ? await loadAllocation(desk, plan.round) : {};
  if (!plan || !opened || !rule) return { page: ErrorPage({ kind: 'not-found' }), status: 404 };
  const { round } = allocationInput(opened, rule, plan.choices);
  const source = request.query.get('source');
  const known = source !== null && round.sources.has(source) ? source : undefined;
  const indexed = known === undefined ? undefined : indexRound(round);
  const flow = indexed && solveFlow(indexed.problem);
  const reasons = indexed && flow && floorsMet(flow) ? explainRound(indexed, flow, known) : undefined;
  return {
    page: (
      <PlanPage
        viewer={request}
        opened={opened}
        rule={rule}
        plan={plan}
        result={resultOf(plan)}
        round={round}
        source={known}
        reasons={reasons}
        same={request.query.get('again') === 'yes' ? await repeatPlan(plan, opened, rule, runHighs) : undefined}
      />
    ),
  };
};
