import type { StaffPage } from '#functions/staff/page.ts';
import { NewRoundPage } from './new-round-page.tsx';
import { emptyRound } from './typed-round.ts';

export const getNewRound: StaffPage = (request, { world, programs }) => ({
  page: <NewRoundPage viewer={request} programs={programs} typed={emptyRound(world.id())} problems={[]} />,
});
