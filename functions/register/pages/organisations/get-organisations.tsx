import { areaNames } from '#functions/staff/components/area-names.ts';
import { type AreaPage, ownPrefecture } from '#functions/staff/page.ts';
import { findOrganisations } from '#lib/usecases/find-organisations.ts';
import { registeredHospitals } from '#lib/usecases/invitation.ts';
import { OrganisationsPage } from './organisations-page.tsx';

const pageSize = 100;

export const getOrganisations: AreaPage = async (request, desk) => {
  const confined = ownPrefecture(request);
  const prefecture = confined ?? request.query.get('prefecture') ?? '';
  const typed = (request.query.get('q') ?? '').slice(0, 100);
  const all = await registeredHospitals(desk, prefecture === '' ? undefined : prefecture);
  const found = findOrganisations(all, typed);
  const pages = Math.max(Math.ceil(found.length / pageSize), 1);
  const page = Math.min(Math.max(Number.parseInt(request.query.get('page') ?? '1', 10) || 1, 1), pages);
  return {
    page: (
      <OrganisationsPage
        viewer={request}
        confined={confined !== undefined}
        prefecture={prefecture}
        typed={typed}
        all={all.length}
        found={found.length}
        lines={found.slice((page - 1) * pageSize, page * pageSize)}
        areas={areaNames(desk.programs)}
        page={page}
        pages={pages}
        asOf={desk.world.now()}
      />
    ),
  };
};
