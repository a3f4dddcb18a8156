import { zipNames } from './zip-names.ts';

/** Every kind of file that is taken in; nothing that a browser would run, so no SVG and no HTML. */
export const fileKinds = {
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'], words: 'JPEG' },
  png: { type: 'image/png', endings: ['png'], words: 'PNG' },
  webp: { type: 'image/webp', endings: ['webp'], words: 'WebP' },
  pdf: { type: 'application/pdf', endings: ['pdf'], words: 'PDF' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    words: 'Word（.docx）',
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    words: 'Excel（.xlsx）',
  },
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    endings: ['pptx'],
    words: 'PowerPoint（.pptx）',
  },
} as const satisfies Record<
  string,
  { readonly type: string; readonly endings: readonly [string, ...string[]]; readonly words: string }
>;

export type FileKind = keyof typeof fileKinds;

export const isFileKind = (kind: string): kind is FileKind => Object.hasOwn(fileKinds, kind);

/** Whether a browser shows it as a picture. */
export const isPicture = (kind: FileKind): boolean => fileKinds[kind].type.startsWith('image/');

/** What a file is by its content alone, whatever its name or its sender says; undefined for all that is not taken in. */
export function kindOf(bytes: Uint8Array): FileKind | undefined {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (begins(bytes, text('RIFF')) && begins(bytes.subarray(8), text('WEBP'))) return 'webp';
  if (begins(bytes, text('%PDF-'))) return 'pdf';
  return begins(bytes, [0x50, 0x4b, 0x03, 0x04]) ? officeKind(zipNames(bytes)) : undefined;
}

const main = { 'word/document.xml': 'docx', 'xl/workbook.xml': 'xlsx', 'ppt/presentation.xml': 'pptx' } as const;

/** An Office document by the parts it holds; one with macros is not taken. */
function officeKind(names: readonly string[]): FileKind | undefined {
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaProject/i.test(name))) return undefined;
  return Object.entries(main).find(([part]) => names.includes(part))?.[1];
}

const text = (letters: string): readonly number[] => Array.from(letters, (letter) => letter.charCodeAt(0));

const begins = (bytes: Uint8Array, head: readonly number[]): boolean =>
  bytes.length >= head.length && head.every((byte, at) => bytes[at] === byte);
