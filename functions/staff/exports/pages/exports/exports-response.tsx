import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import type { PageRequest } from '#functions/site/request.ts';
import type { PageResponse } from '#functions/site/response.ts';
import { ownPrefecture } from '#functions/staff/page.ts';
import { exportDays } from '#lib/store/file-keys.ts';
import { exportsOf } from '#lib/usecases/exports/read-exports.ts';
import { readRound } from '#lib/usecases/read-round.ts';
import type { ExportsDesk } from '../../exports-desk.ts';
import { ExportsPage } from './exports-page.tsx';

/** The page of a round's exports as this person may see them, with what was wrong with an order. */
export async function exportsResponse(
  request: PageRequest,
  desk: ExportsDesk,
  id: string,
  problems: readonly FieldProblem[] = [],
): Promise<PageResponse> {
  const prefecture = ownPrefecture(request);
  const [round, works] = await Promise.all([readRound(desk, id), exportsOf(desk, id, prefecture)]);
  if (!round) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const page = (
    <ExportsPage
      viewer={request}
      round={round}
      works={works}
      prefecture={prefecture}
      typed={request.posted}
      problems={problems}
      request={desk.world.id()}
      asOf={desk.world.now()}
      days={exportDays}
    />
  );
  return problems.length > 0 ? { page, status: 422 } : { page };
}
