import { type FileKind, fileKinds, isFileKind } from '../files/file-kind.ts';
import type { FileQuestion } from './form.ts';

/** A file of an answer: where it lies, what it was found to be, its bytes as stored, and the name it was given. */
export interface AnsweredFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly name: string;
}

/** Longest name of a file that is kept, characters. */
const nameLength = 100;

/** A file as one text of an answer: it says all that lists, exports and a frozen revision need to know of it. */
export const fileText = ({ id, kind, bytes, name }: AnsweredFile): string => `${id} ${kind} ${bytes} ${name}`;

/** Reads such a text back; undefined for any other. */
export function readFileText(text: string): AnsweredFile | undefined {
  const [, id = '', kind = '', bytes = '', name = ''] =
    /^([\w-]{1,100}) (\w+) (\d{1,9}) ([^\p{Cc}]+)$/u.exec(text) ?? [];
  return isFileKind(kind) && [...name].length <= nameLength ? { id, kind, bytes: Number(bytes), name } : undefined;
}

/** The files of a stored answer. */
export const filesIn = (texts: readonly string[]): readonly AnsweredFile[] =>
  texts.flatMap((text) => readFileText(text) ?? []);

/** 「外観.jpg（1.2MB）」. */
export const fileWords = ({ name, bytes }: AnsweredFile): string => `${name}（${sizeWords(bytes)}）`;

/** A size as people say it: 「340KB」, 「1.2MB」. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)}KB` : `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)}MB`;

/** A name fit to be kept: without folders, control characters and overlong middle; with the ending of what the file was found to be. */
export function tidyName(name: string, kind: FileKind): string {
  const { endings } = fileKinds[kind];
  const own = name
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  const ending = endings.find((one) => own.toLowerCase().endsWith(`.${one}`)) ?? endings[0];
  const stem = own.toLowerCase().endsWith(`.${ending}`) ? own.slice(0, -ending.length - 1) : own;
  const kept = [...stem].slice(0, nameLength - ending.length - 1).join('');
  return `${kept === '' ? 'file' : kept}.${ending}`;
}

/** Most bytes that one sending may have, all files together: the entrance takes 6 MB, of which transport eats a third. */
export const sendingLimit = 4_400_000;

/** Most bytes of one file of this question. */
export const fileLimit = ({ maxMegabytes = 4 }: Pick<FileQuestion, 'maxMegabytes'>): number =>
  Math.min(maxMegabytes * 1_000_000, sendingLimit);

/** Kinds of file that a question takes: pictures, or papers and pictures of papers. */
export const kindsTaken = ({ accept }: Pick<FileQuestion, 'accept'>): readonly FileKind[] =>
  accept === 'image' ? ['jpeg', 'png', 'webp'] : ['pdf', 'docx', 'xlsx', 'pptx', 'jpeg', 'png', 'webp'];
