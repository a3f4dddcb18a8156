import { allocationPlan } from '#lib/core/matching/allocation/plan.ts';
import { keys, lists } from '#lib/store/keys.ts';
import { rowOf } from '#lib/store/row.ts';

/** What-ifs of allocations, as the table holds them; apart from the other rows, so that only functions that need it carry it. */
export const planRow = rowOf(
  allocationPlan,
  ({ id }) => keys.plan(id),
  ({ round, at }) => ({ gsi1pk: lists.plansOf(round), gsi1sk: at }),
);
