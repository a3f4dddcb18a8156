import type { FieldProblem } from '#functions/components/error-summary.tsx';
import type { MatchStaffDesk } from '#functions/staff/desk.ts';
import type { Round } from '#lib/core/rounds/round.ts';
import { type OpenPool, openPool, releasedRounds } from '#lib/usecases/open-pool.ts';

/** The released rounds, the one that is asked for (the newest where none is), its pool where there is one, and what was wrong with the asking. */
export interface ChosenRound {
  readonly rounds: readonly Round[];
  readonly chosen: Round | undefined;
  readonly opened: OpenPool | undefined;
  readonly problems: readonly FieldProblem[];
}

export async function chosenRound(desk: MatchStaffDesk, asked: string | null): Promise<ChosenRound> {
  const rounds = await releasedRounds(desk);
  const chosen = asked === null ? rounds[0] : rounds.find(({ id }) => id === asked);
  const found = chosen && (await openPool(desk, chosen));
  const problems = asked !== null && !chosen ? [{ field: 'round', message: '調査を選択してください' }] : [];
  return { rounds, chosen, opened: found?.ok ? found.value : undefined, problems };
}
