import type { StaffPage } from '#functions/staff/page.ts';
import { hostExposure } from '#lib/core/matching/rank/exposure.ts';
import { openPool, releasedRounds } from '#lib/usecases/open-pool.ts';
import { ExposurePage } from './exposure-page.tsx';

/** GET …/exposure: how often hosts stand in the first places of the lists of a released round, the newest unless the address names one. */
export const getExposure: StaffPage = async (request, desk) => {
  const rounds = await releasedRounds(desk);
  const asked = request.query.get('round');
  const round = asked === null ? rounds[0] : rounds.find(({ id }) => id === asked);
  const problems = asked !== null && !round ? [{ field: 'round', message: '調査を選択してください' }] : [];
  const opened = round && (await openPool(desk, round));
  const pool = opened?.ok ? opened.value : undefined;
  return {
    status: problems.length > 0 ? 422 : 200,
    page: (
      <ExposurePage
        viewer={request}
        rounds={rounds}
        chosen={round}
        problems={problems}
        ranking={pool?.ranking}
        exposed={pool ? hostExposure(pool.ranking) : []}
      />
    ),
  };
};
