import type { StaffPage } from '#functions/staff/page.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { searchable } from '#lib/usecases/find-organisations.ts';
import { auditOf, auditOfMonth } from '#lib/usecases/read-audit.ts';
import { AuditPage } from './audit-page.tsx';

const pageSize = 100;

export const getAudit: StaffPage = async (request, desk) => {
  const asOf = desk.world.now();
  const aggregate = request.query.get('aggregate') ?? '';
  const month = monthIn(request.query.get('month')) ?? dayOfInstant(asOf).slice(0, 7);
  const act = request.query.get('act') ?? '';
  const who = (request.query.get('who') ?? '').slice(0, 100);
  const one = aggregate === '' ? undefined : await auditOf(desk, aggregate);
  const all = one ? [...one.entries].reverse() : await auditOfMonth(desk, month);
  const found = all
    .filter((entry) => act === '' || entry.act === act)
    .filter(({ actor }) => searchable(actor).includes(searchable(who)));
  const pages = Math.max(Math.ceil(found.length / pageSize), 1);
  const page = Math.min(Math.max(Number.parseInt(request.query.get('page') ?? '1', 10) || 1, 1), pages);
  return {
    page: (
      <AuditPage
        viewer={request}
        filter={{ aggregate, month, act, who }}
        whole={one?.whole}
        all={all.length}
        found={found.length}
        entries={found.slice((page - 1) * pageSize, page * pageSize)}
        page={page}
        pages={pages}
        asOf={asOf}
      />
    ),
  };
};

const monthIn = (typed: string | null): string | undefined =>
  typed !== null && /^20\d\d-(0[1-9]|1[0-2])$/.test(typed) ? typed : undefined;
