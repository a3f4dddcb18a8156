import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { AreaStaffDesk } from '#functions/staff/desk.ts';
import type { AreaPage } from '#functions/staff/page.ts';
import { dayOfInstant } from '#lib/core/calendar/day.ts';
import { shortDay } from '#lib/core/calendar/show-day.ts';
import { audienceRole } from '#lib/core/distributions/audience.ts';
import { isOut } from '#lib/core/distributions/distribution.ts';
import { officeOf } from '#lib/core/permission/actor.ts';
import { PREFECTURES } from '#lib/reference/prefectures.ts';
import { allDistributions, readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import { saveDistribution } from '#lib/usecases/distributions/save-distribution.ts';
import { EditPage, type Typed } from './edit-page.tsx';

const moved = 'ほかの人が先に変えました。文書のページで、いまの内容を確かめてください。';

export const getNew: AreaPage = (request, desk) =>
  show(request, desk, {
    id: desk.world.id(),
    title: '',
    note: '',
    officeName: '',
    officeTelephone: '',
    scheme: schemesOf(desk)[0]?.value ?? '',
    roles: [],
    prefectures: [],
    corrects: request.query.get('corrects') ?? '',
    seen: 0,
  });

export const getEdit: AreaPage = async (request, desk) => {
  const found = await readDistribution(desk, param(request, 'document'));
  if (!found) return { page: <ErrorPage kind="not-found" />, status: 404 };
  if (found.state !== 'draft') return { redirect: `/s/documents/${found.id}` };
  const { id, title, note, sender, audience, corrects = '', version } = found;
  const { program, edition, roles, prefectures } = audience;
  return show(request, desk, {
    id,
    title,
    note,
    officeName: sender.name,
    officeTelephone: sender.telephone,
    scheme: `${program}/${edition}`,
    roles,
    prefectures,
    corrects,
    seen: version,
  });
};

export const postEdit: AreaPage = async (request, desk) => {
  const typed: Typed = {
    id: param(request, 'document'),
    title: field(request, 'title'),
    note: field(request, 'note'),
    officeName: field(request, 'officeName'),
    officeTelephone: field(request, 'officeTelephone'),
    scheme: field(request, 'scheme'),
    roles: request.posted.roles ?? [],
    prefectures: request.posted.prefectures ?? [],
    corrects: field(request, 'corrects'),
    seen: Number(field(request, 'seen')),
  };
  const [program = '', edition = ''] = typed.scheme.split('/');
  const saved = await saveDistribution(desk, request.actor, {
    ...typed,
    audience: {
      program,
      edition,
      roles: audienceRole.options.filter((role) => typed.roles.includes(role)),
      prefectures: PREFECTURES.map(({ code }) => code).filter((code) => typed.prefectures.includes(code)),
    },
  });
  if (saved.ok) {
    const { id, files } = saved.value;
    return { redirect: `/s/documents/${id}${files.length === 0 ? '/files' : ''}?done=saved` };
  }
  const { error } = saved;
  return show(request, desk, typed, error.kind === 'problems' ? error.problems : [{ field: 'title', message: moved }]);
};

/** Editions by whose rules 連携先 and 連携元 are told, newest first. */
const schemesOf = ({ programs }: AreaStaffDesk) =>
  programs.flatMap(({ id, name, editions }) =>
    editions.toReversed().map((edition) => ({ value: `${id}/${edition.id}`, label: `${name}（${edition.label}）` })),
  );

async function show(request: PageRequest, desk: AreaStaffDesk, typed: Typed, problems: readonly FieldProblem[] = []) {
  const office = officeOf(request.actor);
  const sent = (await allDistributions(desk, undefined))
    .filter((one) => one.office === office && isOut(one))
    .map(({ id, title, sentAt = '' }) => ({ value: id, label: `${shortDay(dayOfInstant(sentAt))}　${title}` }));
  return {
    page: <EditPage viewer={request} typed={typed} schemes={schemesOf(desk)} sent={sent} problems={problems} />,
    status: problems.length > 0 ? 422 : 200,
  };
}
