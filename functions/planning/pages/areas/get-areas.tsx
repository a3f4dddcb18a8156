import type { AreaPage } from '#functions/staff/page.ts';
import { compareEditions } from '#lib/core/eligibility/compare-areas.ts';
import { AreasPage } from './areas-page.tsx';
import { readThresholds } from './typed-thresholds.ts';

/** GET …/areas: what other thresholds would do to the areas of an edition; all of the question stands in the address. */
export const getAreas: AreaPage = (request, desk) => {
  const choices = desk.programs.flatMap((program) =>
    program.editions.map((edition) => ({ id: `${program.id}.${edition.id}`, program, edition })),
  );
  const asked = request.query.get('edition');
  const chosen = choices.find(({ id }) => id === asked) ?? choices.at(-1);
  if (!chosen) throw new Error('no edition is installed');
  const { edition } = chosen;
  const unknown = asked !== null && asked !== chosen.id;
  const thresholds = readThresholds(request.query, edition.areas);
  const problems = [
    ...(unknown ? [{ field: 'edition', message: '年度を選択してください' }] : []),
    ...thresholds.problems,
  ];
  const after = { areas: thresholds.rule, reference: edition.reference };
  return {
    status: problems.length > 0 ? 422 : 200,
    page: (
      <AreasPage
        viewer={request}
        choices={choices}
        chosen={chosen}
        typed={thresholds.typed}
        problems={problems}
        tried={thresholds.rule}
        changes={problems.length > 0 ? undefined : compareEditions(edition, after)}
      />
    ),
  };
};
