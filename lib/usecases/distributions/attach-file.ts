import { type Distribution, documentFileLimit, mostFiles } from '#lib/core/distributions/distribution.ts';
import type { FileKind } from '#lib/core/files/file-kind.ts';
import { fileKinds } from '#lib/core/files/file-kind.ts';
import type { Actor } from '#lib/core/permission/actor.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { type AnsweredFile, filesIn, fileText, kindsTaken, readFileText } from '#lib/core/survey/file-answer.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { cleanFile, type FetchedFile, type FileRefused, type FilesDesk, type GivenFile } from '../take-file.ts';
import { keepDistribution } from './keep-distribution.ts';
import { readDistribution } from './read-distributions.ts';

type FileDesk = Pick<FilesDesk, 'files' | 'table' | 'world'>;

/** Kinds of file that a document may hold. */
export const documentKinds: readonly FileKind[] = kindsTaken({ accept: 'document' });

export type AttachRefused =
  | (FileRefused & { readonly name: string })
  | { readonly kind: 'too-many' | 'none' | 'not-a-draft' | 'moved-meanwhile' };

/** Adds files to a draft, all or none; each is told by its content and lies under a fresh key. */
export async function attachFiles(
  desk: FileDesk,
  actor: Actor,
  wish: { readonly id: string; readonly files: readonly GivenFile[] },
): Promise<Result<Distribution, readonly AttachRefused[]>> {
  const before = await readDistribution(desk, wish.id);
  if (before?.state !== 'draft') return refuse([{ kind: 'not-a-draft' }]);
  if (wish.files.length === 0) return refuse([{ kind: 'none' }]);
  if (before.files.length + wish.files.length > mostFiles) return refuse([{ kind: 'too-many' }]);
  const read = wish.files.map((given) => ({
    name: given.name,
    clean: cleanFile(given, { limit: documentFileLimit, kinds: documentKinds }),
  }));
  const refused = read.flatMap(({ name, clean }) => (clean.ok ? [] : [{ ...clean.error, name }]));
  if (refused.length > 0) return refuse(refused);
  const texts: string[] = [];
  for (const { clean } of read) {
    if (!clean.ok) continue;
    const { kind, name, bytes } = clean.value;
    const id = desk.world.id();
    const type = fileKinds[kind].type;
    await desk.files.put(fileKeys.document(before.id, id), { bytes, type, metadata: { name, kind } });
    texts.push(fileText({ id, kind, bytes: bytes.length, name }));
  }
  const kept = await keepDistribution(
    desk,
    actor,
    { ...before, files: [...before.files, ...texts] },
    {
      act: 'distribution.attach',
      detail: {
        files: filesIn(texts)
          .map(({ name }) => name)
          .join('、'),
      },
    },
  );
  if (!kept.ok) for (const { id } of filesIn(texts)) await desk.files.delete(fileKeys.document(before.id, id));
  return kept.ok ? kept : refuse([kept.error]);
}

/** Takes a file out of a draft; one that is not there is no trouble. */
export async function detachFile(
  desk: FileDesk,
  actor: Actor,
  wish: { readonly id: string; readonly file: string },
): Promise<Result<Distribution, AttachRefused>> {
  const before = await readDistribution(desk, wish.id);
  if (before?.state !== 'draft') return refuse({ kind: 'not-a-draft' });
  const files = before.files.filter((text) => readFileText(text)?.id !== wish.file);
  if (files.length === before.files.length) return ok(before);
  const kept = await keepDistribution(desk, actor, { ...before, files }, { act: 'distribution.detach' });
  if (kept.ok) await desk.files.delete(fileKeys.document(before.id, wish.file));
  return kept;
}

/** Fetches a file of a document; undefined where it names none of that id. */
export async function fetchDocumentFile(
  { files }: Pick<FileDesk, 'files'>,
  { id, files: texts }: Pick<Distribution, 'id' | 'files'>,
  file: string,
): Promise<(FetchedFile & Pick<AnsweredFile, 'id'>) | undefined> {
  const named = filesIn(texts).find((one) => one.id === file);
  const stored = named && (await files.get(fileKeys.document(id, file)));
  return stored && { id: file, name: named.name, type: fileKinds[named.kind].type, bytes: stored.bytes };
}
