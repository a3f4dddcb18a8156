import { ErrorPage } from '#functions/components/error-page.tsx';
import type { FieldProblem } from '#functions/components/error-summary.tsx';
import { type PageRequest, param } from '#functions/site/request.ts';
import { documentFileLimit, mostFiles } from '#lib/core/distributions/distribution.ts';
import { fileKinds } from '#lib/core/files/file-kind.ts';
import { sizeWords } from '#lib/core/survey/file-answer.ts';
import { type AttachRefused, attachFiles, detachFile, documentKinds } from '#lib/usecases/distributions/attach-file.ts';
import { readDistribution } from '#lib/usecases/distributions/read-distributions.ts';
import type { FilesDesk } from '#lib/usecases/take-file.ts';
import type { FilesPage as Page } from '../../files-route.ts';
import { FilesPage } from './files-page.tsx';

const kinds = documentKinds.map((kind) => fileKinds[kind].words).join('・');

const words: Readonly<Record<AttachRefused['kind'], string>> = {
  empty: 'は空のファイルです。中身のあるファイルを選んでください。',
  'too-large': `は${sizeWords(documentFileLimit)}を超えています。小さくして選び直してください。`,
  'wrong-kind': `は添えられない種類です。${kinds}のファイルを選んでください。`,
  broken: 'は途中で切れているか、壊れています。もう一度保存し直したファイルを選んでください。',
  'too-many': `添えられるのは${mostFiles}個までです。`,
  none: '添えるファイルを選んでください。',
  'not-a-draft': 'この文書は送信したため、変えられません。',
  'moved-meanwhile': 'ほかの人が同時に変更しました。もう一度お試しください。',
};

const problemOf = (refused: AttachRefused): FieldProblem => ({
  field: 'files',
  message: `${'name' in refused ? `「${refused.name}」` : ''}${words[refused.kind]}`,
});

const done: Readonly<Record<string, string>> = {
  saved: '保存しました。続けて、ファイルを添えてください。',
  attached: 'ファイルを添えました。',
  removed: 'ファイルを取り消しました。',
};

export const getFiles: Page = (request, desk) => show(request, desk);

export const postFiles: Page = async (request, desk) => {
  const id = param(request, 'document');
  const files = await Promise.all(
    (request.files.get('files') ?? []).map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const attached = await attachFiles(desk, request.actor, { id, files });
  if (attached.ok) return { redirect: `/s/documents/${id}/files?done=attached` };
  return show(request, desk, attached.error.map(problemOf));
};

export const postRemove: Page = async (request, desk) => {
  const id = param(request, 'document');
  const removed = await detachFile(desk, request.actor, { id, file: param(request, 'file') });
  if (removed.ok) return { redirect: `/s/documents/${id}/files?done=removed` };
  return show(request, desk, [problemOf(removed.error)]);
};

async function show(request: PageRequest, desk: FilesDesk, problems: readonly FieldProblem[] = []) {
  const distribution = await readDistribution(desk, param(request, 'document'));
  if (!distribution) return { page: <ErrorPage kind="not-found" />, status: 404 };
  if (distribution.state !== 'draft') return { redirect: `/s/documents/${distribution.id}` };
  const said = problems.length > 0 ? undefined : done[request.query.get('done') ?? ''];
  return {
    page: <FilesPage viewer={request} distribution={distribution} problems={problems} said={said} />,
    status: problems.length > 0 ? 422 : 200,
  };
}
