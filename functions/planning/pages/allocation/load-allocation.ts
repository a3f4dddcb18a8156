import type { StaffDesk } from '#functions/staff/desk.ts';
import type { AllocationRule } from '#lib/core/matching/allocation/rule.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { type OpenPool, openPool, releasedRounds } from '#lib/usecases/open-pool.ts';

/** The released rounds, the one that is asked for (the newest otherwise), and its pool where an allocation can be tried with it. */
export interface Allocation {
  readonly rounds: readonly Round[];
  readonly chosen: Round | undefined;
  readonly opened: OpenPool | undefined;
  readonly rule: AllocationRule | undefined;
}

export async function loadAllocation(desk: StaffDesk, asked: string | null): Promise<Allocation> {
  const rounds = await releasedRounds(desk);
  const chosen = asked === null ? rounds[0] : rounds.find(({ id }) => id === asked);
  const found = chosen && (await openPool(desk, chosen));
  const opened = found?.ok ? found.value : undefined;
  return { rounds, chosen, opened, rule: opened?.edition.allocation };
}
