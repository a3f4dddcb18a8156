import { ErrorPage } from '#functions/components/error-page.tsx';
import { param } from '#functions/site/request.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { totalOf } from '#lib/core/announcements/domain-report.ts';
import { writeCsv } from '#lib/sheets/csv.ts';
import { loadAnnouncement } from './load-announcement.ts';
import { reportColumns } from './report-columns.ts';

export const getReport: StaffPage = async (request, desk) => {
  const view = await loadAnnouncement(desk, param(request, 'announcement'));
  if (!view) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const lines = [...view.report, { domain: '合計', ...totalOf(view.report) }];
  const { bytes } = writeCsv([
    ['ドメイン', ...reportColumns.map(({ label }) => label)],
    ...lines.map((line) => [line.domain, ...reportColumns.map(({ of }) => line[of])]),
  ]);
  return { download: bytes, type: 'text/csv; charset=utf-8', filename: `お知らせの結果_${view.announcement.id}.csv` };
};
