import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { kindOf } from '#lib/core/files/file-kind.ts';
import { filesIn, fileText, fileWords, readFileText, tidyName } from '#lib/core/survey/file-answer.ts';
import { jpegPicture, latin, pngPicture, webpChunk, webpPicture } from './pictures.ts';

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, latin('x')])));

describe('what a file is', () => {
  test.each([
    ['jpeg', jpegPicture([])],
    ['png', pngPicture([])],
    ['webp', webpPicture([webpChunk('VP8 ', new Uint8Array(8))])],
    ['pdf', latin('%PDF-1.7\n%%EOF')],
    ['docx', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml')],
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['pptx', zip('[Content_Types].xml', 'ppt/presentation.xml')],
  ])('is told by its content: %s', (kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind);
  });

  test.each([
    ['a page', latin('<!doctype html><script>alert(1)</script>')],
    ['a drawing with scripts', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page before a PDF', latin('<html>%PDF-1.7')],
    ['a document with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
    ['any other archive', zip('a.exe')],
    ['an archive whose directory is cut off', zip('[Content_Types].xml', 'word/document.xml').subarray(0, -30)],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a program', latin('MZ\x90\0')],
    ['nothing', new Uint8Array()],
  ])('and %s is none of ours', (_, bytes) => {
    expect(kindOf(bytes)).toBeUndefined();
  });
});

describe('a file in an answer', () => {
  const file = { id: 'k3m', kind: 'jpeg', bytes: 1_234_567, name: '外観 (2) 神福塚.jpg' } as const;

  test('is one text that reads back', () => {
    expect(readFileText(fileText(file))).toEqual(file);
    expect(filesIn(['p1', '', 'k3m svg 1 a.svg', fileText(file)])).toEqual([file]);
    expect(fileWords(file)).toBe('外観 (2) 神福塚.jpg（1.3MB）');
  });

  test.each([
    ['C:\\photos\\病院.JPG', 'jpeg', '病院.jpg'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['photo.jpeg', 'jpeg', 'photo.jpeg'],
    ['evil.html', 'png', 'evil.html.png'],
    ['a\r\nb\u202egpj.exe', 'png', 'abgpj.exe.png'],
    ['', 'docx', 'file.docx'],
    [`${'長'.repeat(200)}.pdf`, 'pdf', `${'長'.repeat(96)}.pdf`],
  ] as const)('keeps the name %j of a %s as %j', (given, kind, kept) => {
    expect(tidyName(given, kind)).toBe(kept);
  });
});
