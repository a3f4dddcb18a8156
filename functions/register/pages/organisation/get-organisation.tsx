import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import { areaNames } from '#functions/staff/components/area-names.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { judgeHospital } from '#lib/core/eligibility/judge-hospital.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { OrganisationPage } from './organisation-page.tsx';

export const getOrganisation: AreaPage = async (request, desk) => {
  const hospital = await find(desk.table, rows.organisation, keys.organisation(param(request, 'organisation')));
  if (!hospital) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const verdicts = desk.programs.flatMap((program) =>
    program.editions.map((edition) => ({ program, edition, verdict: judgeHospital(edition, hospital) })),
  );
  return {
    page: (
      <OrganisationPage
        viewer={request}
        area={areaNames(desk.programs).get(hospital.area ?? '')}
        hospital={hospital}
        verdicts={verdicts}
        asOf={desk.world.now()}
      />
    ),
  };
};
