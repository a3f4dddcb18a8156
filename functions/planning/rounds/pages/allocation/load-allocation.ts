import { type ChosenRound, chosenRound } from '#functions/planning/rounds/chosen-round.ts';
import type { MatchStaffDesk } from '#functions/staff/desk.ts';
import type { AllocationRule } from '#lib/core/matching/allocation/rule.ts';

/** The chosen round, and the edition's choices where an allocation can be tried with it. */
export interface Allocation extends ChosenRound {
  readonly rule: AllocationRule | undefined;
}

export async function loadAllocation(desk: MatchStaffDesk, asked: string | null): Promise<Allocation> {
  const round = await chosenRound(desk, asked);
  return { ...round, rule: round.opened?.edition.allocation };
}
