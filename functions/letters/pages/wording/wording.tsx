import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import type { StaffDesk } from '#functions/staff/desk.ts';
import type { StaffPage } from '#functions/staff/page.ts';
import { type WordedMail, wordedMail } from '#lib/core/notices/notice.ts';
import { checkWording, type Wording } from '#lib/core/notices/wording.ts';
import { keys } from '#lib/store/keys.ts';
import { allItems } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import { previewWording } from '#lib/usecases/preview-wording.ts';
import { publishWording } from '#lib/usecases/publish-wording.ts';
import { wordingInForce } from '#lib/usecases/wording-in-force.ts';
import { WordingPage } from './wording-page.tsx';
import { WordingsPage } from './wordings-page.tsx';

export const getWordings: StaffPage = async (request, desk) => {
  const current = await Promise.all(
    wordedMail.options.map(async (kind) => [kind, await wordingInForce(desk, kind)] as const),
  );
  return { page: <WordingsPage viewer={request} current={current} /> };
};

export const getWording: StaffPage = async (request, desk) => {
  const kind = kindOf(request);
  if (!kind) return notFound;
  const said = request.query.get('done') === 'published' ? '文面を公開しました。' : undefined;
  return show(request, desk, { kind, said });
};

export const postWording: StaffPage = async (request, desk) => {
  const kind = kindOf(request);
  if (!kind) return notFound;
  const typed = { subject: field(request, 'subject'), body: field(request, 'body') };
  if (field(request, 'act') === 'preview') {
    const checked = checkWording(kind, typed);
    return show(request, desk, { kind, typed, problems: checked.ok ? [] : checked.error });
  }
  const published = await publishWording(desk, request.actor, { kind, typed, seen: Number(field(request, 'seen')) });
  if (published.ok) return { redirect: `/s/letters/${kind}?done=published` };
  const { error } = published;
  const message = 'ほかの人が先に公開しました。下の版と比べて、もう一度公開してください。';
  const problems = error.kind === 'problems' ? error.problems : [{ field: 'body', message }];
  return show(request, desk, { kind, typed, problems });
};

const notFound = { page: <ErrorPage kind="not-found" />, status: 404 };

const kindOf = (request: PageRequest): WordedMail | undefined =>
  wordedMail.options.find((kind) => kind === param(request, 'kind'));

interface Shown {
  readonly kind: WordedMail;
  readonly typed?: Wording;
  readonly problems?: readonly FieldProblem[];
  readonly said?: string | undefined;
}

async function show(request: PageRequest, desk: StaffDesk, { kind, typed, problems = [], said }: Shown) {
  const [current, items] = await Promise.all([
    wordingInForce(desk, kind),
    allItems(desk.table, { pk: keys.wording(kind, 0).pk, descending: true }),
  ]);
  const versions = items.map((item) => rows.wording.read(item));
  const asked = versions.find(({ version }) => String(version) === request.query.get('version'));
  const text = typed ?? asked ?? current;
  const page = (
    <WordingPage
      viewer={request}
      kind={kind}
      typed={text}
      seen={current.version}
      versions={versions}
      letter={problems.length > 0 ? undefined : await previewWording(desk, kind, text, desk.origin)}
      problems={problems}
      said={said}
    />
  );
  return { page, status: problems.length > 0 ? 422 : 200 };
}
