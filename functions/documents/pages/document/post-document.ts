import type { FieldProblem } from '#functions/components/error-summary.tsx';
import type { DocumentsPage } from '#functions/documents/documents-desk.ts';
import { field, param } from '#functions/site/request.ts';
import { mostFiles } from '#lib/core/distributions/distribution.ts';
import { fileKinds } from '#lib/core/files/file-kind.ts';
import { sizeWords } from '#lib/core/survey/file-answer.ts';
import {
  type AttachRefused,
  attachFiles,
  detachFile,
  documentFileLimit,
  documentKinds,
} from '#lib/usecases/distributions/attach-file.ts';
import { type ChaseRefused, orderChase } from '#lib/usecases/distributions/order-chase.ts';
import { type SendRefused, sendDistribution } from '#lib/usecases/distributions/send-distribution.ts';
import { showDocument } from './get-document.tsx';

const kinds = documentKinds.map((kind) => fileKinds[kind].words).join('・');

const attachWords: Readonly<Record<AttachRefused['kind'], string>> = {
  empty: 'は空のファイルです。中身のあるファイルを選んでください。',
  'too-large': `は${sizeWords(documentFileLimit)}を超えています。小さくして選び直してください。`,
  'wrong-kind': `は添えられない種類です。${kinds}のファイルを選んでください。`,
  broken: 'は途中で切れているか、壊れています。もう一度保存し直したファイルを選んでください。',
  'too-many': `添えられるのは${mostFiles}個までです。`,
  none: '添えるファイルを選んでください。',
  'not-a-draft': 'この文書は送信したため、変えられません。',
  'moved-meanwhile': 'ほかの人が同時に変更しました。もう一度添えてください。',
};

const attachProblem = (refused: AttachRefused): FieldProblem => ({
  field: 'files',
  message: `${'name' in refused ? `「${refused.name}」` : ''}${attachWords[refused.kind]}`,
});

export const postFiles: DocumentsPage = async (request, desk) => {
  const id = param(request, 'document');
  const files = await Promise.all(
    (request.files.get('files') ?? []).map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const attached = await attachFiles(desk, request.actor, { id, files });
  if (attached.ok) return { redirect: `/s/documents/${id}?done=attached` };
  return showDocument(request, desk, attached.error.map(attachProblem));
};

export const postRemove: DocumentsPage = async (request, desk) => {
  const id = param(request, 'document');
  const removed = await detachFile(desk, request.actor, { id, file: param(request, 'file') });
  if (removed.ok) return { redirect: `/s/documents/${id}?done=removed` };
  return showDocument(request, desk, [attachProblem(removed.error)]);
};

const sendWords: Readonly<Record<SendRefused['kind'], string>> = {
  'no-such-document': '文書が見つかりません。',
  'no-files': 'ファイルを1個以上添えてから送信してください。',
  nobody: '配布先がありません。配布先を選び直してください。',
  'audience-moved': '名簿が変わったため、配布先が変わりました。いまの配布先を確かめて、もう一度送信してください。',
  'moved-meanwhile': 'ほかの人が文書を変えました。いまの内容を確かめて、もう一度送信してください。',
};

export const postSend: DocumentsPage = async (request, desk) => {
  const id = param(request, 'document');
  const sent = await sendDistribution(desk, request.actor, {
    id,
    seen: field(request, 'seen'),
    version: Number(field(request, 'version')),
  });
  if (sent.ok) return { redirect: `/s/documents/${id}?done=sent` };
  return showDocument(request, desk, [{ field: 'send', message: sendWords[sent.error.kind] }]);
};

const chaseWords: Readonly<Record<ChaseRefused, string>> = {
  'not-sent': 'まだ送信が終わっていません。終わってから再送してください。',
  'today-already': '本日はすでに再送しました。再送は1日に1回までです。',
  'moved-meanwhile': 'ほかの操作が同時にありました。もう一度お試しください。',
};

export const postChase: DocumentsPage = async (request, desk) => {
  const id = param(request, 'document');
  const ordered = await orderChase(desk, request.actor, id);
  if (ordered.ok) return { redirect: `/s/documents/${id}?done=chased` };
  return showDocument(request, desk, [{ field: 'chase', message: chaseWords[ordered.error] }]);
};
