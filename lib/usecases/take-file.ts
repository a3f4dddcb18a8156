import { type FileKind, fileKinds, isFileKind, kindOf } from '#lib/core/files/file-kind.ts';
import { stripMetadata } from '#lib/core/files/strip-metadata.ts';
import type { Files } from '#lib/core/ports.ts';
import type { SurveyEdition } from '#lib/core/program.ts';
import { ok, type Result, refuse } from '#lib/core/result.ts';
import { fileLimit, fileText, kindsTaken, readFileText, tidyName } from '#lib/core/survey/file-answer.ts';
import type { FileQuestion } from '#lib/core/survey/form.ts';
import { fileKeys } from '#lib/store/file-keys.ts';
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

/** Takes in a file for a question of one hospital's answer: looks at what it is, strips what was noted in it, and keeps it under a fresh key. Gives its text for the answer. */
export async function takeFile(
  { files, world }: Pick<FilesDesk, 'files' | 'world'>,
  organisation: string,
  question: FileQuestion,
  { name, bytes }: GivenFile,
): Promise<Result<string, FileRefused>> {
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  if (bytes.length > fileLimit(question)) return refuse({ kind: 'too-large' });
  const kind = kindOf(bytes);
  if (!kind || !kindsTaken(question).includes(kind)) return refuse({ kind: 'wrong-kind' });
  const clean = stripMetadata(kind, bytes);
  if (!clean) return refuse({ kind: 'broken' });
  const id = world.id();
  const kept = tidyName(name, kind);
  await files.put(fileKeys.upload(organisation, id), {
    bytes: clean,
    type: fileKinds[kind].type,
    metadata: { name: kept, kind },
  });
  return ok(fileText({ id, kind, bytes: clean.length, name: kept }));
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
