import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { type HandOverRefused, handOver, type TypedContact } from '#lib/usecases/hand-over.ts';
import { HandOverPage } from './hand-over-page.tsx';

const nothing: TypedContact = { name: '', department: '', email: '', telephone: '' };

const words: Readonly<Record<Exclude<HandOverRefused['kind'], 'problems'>, string>> = {
  'not-asked': 'この病院には依頼していません。',
  'not-owing': 'すでに提出されているか受付が終わっているため、引き継げません。',
  'moved-meanwhile': '同時にほかの操作がありました。もう一度実行してください。',
};

export const getHandOver: StaffPage = (request, desk) => show(request, desk, nothing, []);

export const postHandOver: StaffPage = async (request, desk) => {
  const typed = {
    name: field(request, 'name'),
    department: field(request, 'department'),
    email: field(request, 'email'),
    telephone: field(request, 'telephone'),
  };
  const [round, organisation] = [param(request, 'round'), param(request, 'organisation')];
  const wish = { round, organisation, typed, request: field(request, 'request') };
  const handed = await handOver(desk, request.actor, wish);
  if (handed.ok) return { redirect: `/s/rounds/${round}/answers/${organisation}?done=handed-over` };
  const { error } = handed;
  const problems = error.kind === 'problems' ? error.problems : [{ field: 'main', message: words[error.kind] }];
  return show(request, desk, typed, problems);
};

async function show(request: PageRequest, desk: StaffDesk, typed: TypedContact, problems: readonly FieldProblem[]) {
  const [id, organisation] = [param(request, 'round'), param(request, 'organisation')];
  const [round, answer, hospital] = await Promise.all([
    find(desk.table, rows.round, keys.round(id)),
    find(desk.table, rows.answer, keys.answer(id, organisation)),
    find(desk.table, rows.organisation, keys.organisation(organisation)),
  ]);
  if (!round || !answer || !hospital) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const page = (
    <HandOverPage
      viewer={request}
      round={round}
      answer={answer}
      hospital={hospital}
      typed={typed}
      request={desk.world.id()}
      problems={problems}
    />
  );
  return { page, status: problems.length > 0 ? 422 : 200 };
}
