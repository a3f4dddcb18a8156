import { type FileKind, fileKinds, isFileKind, kindOf } from '#lib/core/files/file-kind.ts';
import { stripMetadata } from '#lib/core/files/strip-metadata.ts';
import type { Files } from '#lib/core/ports.ts';
import type { SurveyEdition } from '#lib/core/program.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { fileLimit, fileText, kindsTaken, readFileText, tidyName } from '#lib/core/survey/file-answer.ts';
import type { FileQuestion } from '#lib/core/survey/form.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
import { awaitUpload } from './awaited-uploads.ts';
import type { Desk } from './desk.ts';

/** What acts on files work with. */
export interface FilesDesk<E extends SurveyEdition = SurveyEdition> extends Desk<E> {
  readonly files: Files;
}

/** Why a file is not taken in; by its content, never by its name. */
export interface FileRefused {
  readonly kind: 'empty' | 'too-large' | 'wrong-kind' | 'broken';
}

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that may be taken in: what it is, and its bytes without what was noted in them. */
export interface CleanFile {
  readonly kind: FileKind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Looks at what a file is, by its content, and strips what was noted in it. */
export function cleanFile(
  { name, bytes }: GivenFile,
  bounds: { readonly limit: number; readonly kinds: readonly FileKind[] },
): Result<CleanFile, FileRefused> {
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  if (bytes.length > bounds.limit) return refuse({ kind: 'too-large' });
  const kind = kindOf(bytes);
  if (!kind || !bounds.kinds.includes(kind)) return refuse({ kind: 'wrong-kind' });
  const clean = stripMetadata(kind, bytes);
  return clean ? ok({ kind, name: tidyName(name, kind), bytes: clean }) : refuse({ kind: 'broken' });
}

/** Takes in a file for a question of one hospital's answer and keeps it under a fresh key, where it awaits an answer that names it. Gives its text for the answer. */
export async function takeFile(
  { table, files, world }: Pick<FilesDesk, 'table' | 'files' | 'world'>,
  organisation: string,
  question: FileQuestion,
  given: GivenFile,
): Promise<Result<string, FileRefused>> {
  const clean = cleanFile(given, { limit: fileLimit(question), kinds: kindsTaken(question) });
  if (!clean.ok) return clean;
  const { kind, name, bytes } = clean.value;
  const id = world.id();
  await table.write(awaitUpload(organisation, id, world.now()));
  await files.put(fileKeys.upload(organisation, id), { bytes, type: fileKinds[kind].type, metadata: { name, kind } });
  return ok(fileText({ id, kind, bytes: bytes.length, name }));
}

/** The text of a file as the store knows it, for one that a page says was sent before; undefined where there is none. */
export async function knownFile(
  { files }: Pick<FilesDesk, 'files'>,
  organisation: string,
  text: string,
): Promise<string | undefined> {
  const id = readFileText(text)?.id;
  const stored = id === undefined ? undefined : await files.get(fileKeys.upload(organisation, id));
  const { name = '', kind = '' } = stored?.metadata ?? {};
  return id !== undefined && stored && isFileKind(kind)
    ? fileText({ id, kind, bytes: stored.bytes.length, name })
    : undefined;
}

/** A file to be handed to somebody who may read the answer that names it. */
export interface FetchedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Fetches a file that an answer names; undefined where it is not there any more. */
export async function fetchFile(
  { files }: Pick<FilesDesk, 'files'>,
  organisation: string,
  file: { readonly id: string; readonly name: string; readonly kind: FileKind },
): Promise<FetchedFile | undefined> {
  const stored = await files.get(fileKeys.upload(organisation, file.id));
  return stored && { name: file.name, type: fileKinds[file.kind].type, bytes: stored.bytes };
}
