import { field, type PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import type { MatchStaffDesk } from '#functions/staff/desk.ts';
import type { MatchPage } from '#functions/staff/page.ts';
import { allocationInput, publishedChoices } from '#lib/usecases/allocation-input.ts';
import { planAllocation, plansOf, readPlan } from '#lib/usecases/plan-allocation.ts';
import { AllocationPage } from './allocation-page.tsx';
import { loadAllocation } from './load-allocation.ts';
import { readChoices } from './typed-choices.ts';

/** GET …/allocation: the numbers to try with a released round, and what was tried before. */
export const getAllocation: MatchPage = (request, desk) =>
  answer(request, desk, request.query.get('round'), (name) => request.query.get(name) ?? '');

/** POST …/allocation: orders the four modes as long work and leads to it; `again` names a what-if that is computed once more with its own choices. */
export const postAllocation: MatchPage = async (request, desk) => {
  const round = field(request, 'round');
  const { opened, rule } = await loadAllocation(desk, round);
  const typedIn = (name: string) => field(request, name);
  if (!opened || !rule) return answer(request, desk, round, typedIn);
  const before = field(request, 'again') === '' ? undefined : await readPlan(desk, field(request, 'again'));
  const { choices, problems } = before
    ? { choices: before.choices, problems: [] }
    : readChoices(rule, opened.ranking.rule, typedIn);
  if (problems.length > 0) return answer(request, desk, round, typedIn);
  const press = field(request, 'request') || desk.world.id();
  const id = await planAllocation(desk, request.actor, {
    opened,
    rule,
    choices,
    request: press,
    repeats: before?.id,
  });
  return { redirect: `/s/planning/allocation/${id}` };
};

async function answer(
  request: PageRequest,
  desk: MatchStaffDesk,
  asked: string | null,
  typedIn: (field: string) => string,
): Promise<PageResponse> {
  const { rounds, chosen, opened, rule, problems: missing } = await loadAllocation(desk, asked);
  const read = opened && rule && readChoices(rule, opened.ranking.rule, typedIn);
  const trying = opened &&
    rule &&
    read && {
      opened,
      rule,
      typed: read.typed,
      choices: read.choices,
      input: allocationInput(opened, rule, publishedChoices(rule)),
    };
  const problems = [...missing, ...(read?.problems ?? [])];
  return {
    status: problems.length > 0 ? 422 : 200,
    page: (
      <AllocationPage
        viewer={request}
        rounds={rounds}
        chosen={chosen}
        trying={trying}
        plans={chosen ? await plansOf(desk, chosen.id) : []}
        problems={problems}
        request={desk.world.id()}
      />
    ),
  };
}
