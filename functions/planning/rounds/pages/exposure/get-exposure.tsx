import { chosenRound } from '#functions/planning/rounds/chosen-round.ts';
import type { MatchPage } from '#functions/staff/page.ts';
import { hostExposure } from '#lib/core/matching/rank/exposure.ts';
import { ExposurePage } from './exposure-page.tsx';

/** GET …/exposure: how often hosts stand in the first places of the lists of a released round, the newest unless the address names one; `prefecture` asks for the hosts of one. */
export const getExposure: MatchPage = async (request, desk) => {
  const { rounds, chosen, opened, problems } = await chosenRound(desk, request.query.get('round'));
  const exposed = opened ? hostExposure(opened.ranking) : [];
  const asked = request.query.get('prefecture');
  const prefecture = exposed.some(({ host }) => host.prefecture === asked) ? (asked ?? undefined) : undefined;
  return {
    status: problems.length > 0 ? 422 : 200,
    page: (
      <ExposurePage
        viewer={request}
        rounds={rounds}
        chosen={chosen}
        problems={problems}
        ranking={opened?.ranking}
        exposed={exposed}
        prefecture={prefecture}
      />
    ),
  };
};
