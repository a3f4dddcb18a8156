import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { field, type PageRequest, param } from '#functions/site/request.ts';
import { areaNames } from '#functions/staff/components/area-names.ts';
import { type AreaPage, ownPrefecture } from '#functions/staff/page.ts';
import { judgeHospital } from '#lib/core/eligibility/judge-hospital.ts';
import { keys } from '#lib/store/keys.ts';
import { find } from '#lib/store/row.ts';
import { rows } from '#lib/store/rows.ts';
import type { AreaDesk } from '#lib/usecases/desk.ts';
import { type MergeRefused, mergeHospital, mostRoundsOwed, partHospital } from '#lib/usecases/merge-hospital.ts';
import type { TypedMerger } from './merger.tsx';
import { OrganisationPage } from './organisation-page.tsx';

const words: Readonly<Record<MergeRefused['kind'], string>> = {
  'no-such-hospital': 'この病院コードの病院は名簿にありません。コードを確かめて入力してください。',
  itself: 'この病院自身のコードです。統合先の病院のコードを入力してください。',
  'already-merged': 'この病院は、すでにほかの病院に統合されています。',
  'survivor-merged': '統合先の病院も、ほかの病院に統合されています。その統合先のコードを入力してください。',
  'too-many-rounds': `この病院が未提出の調査が多いため、一度に統合できません。統合できるのは${mostRoundsOwed}件までです。終わってよい調査を終了するか、いくつかの調査の回答を「回答不要」にしてから、もう一度統合してください。`,
  'moved-meanwhile': '同時にほかの操作がありました。もう一度実行してください。',
};

/** To a prefecture, a hospital of another is one that is not there. */
const notInPrefecture =
  'この都道府県の名簿に、この病院コードの病院はありません。コードを確かめて入力してください。ほかの都道府県の病院に統合するときは、厚生労働省に連絡してください。';

const done: Readonly<Record<string, string>> = {
  merged: '病院を統合しました。',
  parted: '病院の統合を取り消しました。',
};

export const getOrganisation: AreaPage = (request, desk) => show(request, desk, nothingTyped, []);

export const postMerge: AreaPage = async (request, desk) => {
  const from = param(request, 'organisation');
  const typed = { into: field(request, 'into'), contacts: request.posted.contacts ?? [] };
  const into = typed.into.normalize('NFKC').trim();
  if (into === '') {
    return show(request, desk, typed, [{ field: 'into', message: '統合先の病院コードを入力してください。' }]);
  }
  if (field(request, 'confirm') !== 'yes') {
    return show(request, desk, typed, [
      { field: 'confirm', message: '統合の内容を確かめ、チェックを入れてください。' },
    ]);
  }
  const merged = await mergeHospital(desk, request.actor, {
    from,
    into,
    contacts: typed.contacts,
    request: field(request, 'request'),
  });
  if (merged.ok) return { redirect: `/s/organisations/${from}?done=merged` };
  const { kind } = merged.error;
  const isElsewhere = kind === 'no-such-hospital' && ownPrefecture(request) !== undefined;
  return show(request, desk, typed, [{ field: 'into', message: isElsewhere ? notInPrefecture : words[kind] }]);
};

export const postPart: AreaPage = async (request, desk) => {
  const id = param(request, 'organisation');
  const parted = await partHospital(desk, request.actor, id);
  if (parted.ok) return { redirect: `/s/organisations/${id}?done=parted` };
  return show(request, desk, nothingTyped, [{ field: 'main', message: words[parted.error.kind] }]);
};

const nothingTyped: TypedMerger = { into: '', contacts: [] };

async function show(request: PageRequest, desk: AreaDesk, typed: TypedMerger, problems: readonly FieldProblem[]) {
  const hospital = await find(desk.table, rows.organisation, keys.organisation(param(request, 'organisation')));
  if (!hospital) return { page: <ErrorPage kind="not-found" />, status: 404 };
  const { mergedInto } = hospital;
  const survivor =
    mergedInto === undefined ? undefined : await find(desk.table, rows.organisation, keys.organisation(mergedInto));
  const verdicts = desk.programs.flatMap((program) =>
    program.editions.map((edition) => ({ program, edition, verdict: judgeHospital(edition, hospital) })),
  );
  const page = (
    <OrganisationPage
      viewer={request}
      area={areaNames(desk.programs).get(hospital.area ?? '')}
      hospital={hospital}
      survivor={survivor}
      merging={{ typed, problems, request: desk.world.id() }}
      said={done[request.query.get('done') ?? '']}
      verdicts={verdicts}
      asOf={desk.world.now()}
    />
  );
  return { page, status: problems.length > 0 ? 422 : 200 };
}
