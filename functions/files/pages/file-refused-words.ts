import { fileKinds } from '#lib/core/files/file-kind.ts';
import { fileLimit, kindsTaken, sizeWords } from '#lib/core/survey/file-answer.ts';
import type { FileQuestion } from '#lib/core/survey/form.ts';
import type { Problem } from '#lib/core/survey/read-section.ts';
import type { FileRefused } from '#lib/usecases/take-file.ts';

/** Why a file was not taken, and what to do. */
export function fileRefusedWords(question: FileQuestion, name: string, { kind }: FileRefused): Problem {
  const limit = sizeWords(fileLimit(question));
  const kinds = kindsTaken(question)
    .map((one) => fileKinds[one].words)
    .join('・');
  const words: Readonly<Record<FileRefused['kind'], string>> = {
    empty: 'は空のファイルです。中身のあるファイルを選んでください。',
    'too-large': `は${limit}を超えています。小さくして選び直してください。`,
    'wrong-kind': `は添えられない種類です。${kinds}のファイルを選んでください。`,
    broken: 'は途中で切れているか、壊れています。もう一度保存し直したファイルを選んでください。',
  };
  return { field: question.id, message: `「${question.label}」の「${name}」${words[kind]}` };
}

/** What is said of a file whose text a page sends and which is not there any more. */
export const goneWords = (question: FileQuestion, name: string): Problem => ({
  field: question.id,
  message: `「${question.label}」の「${name}」は、もうありません。もう一度選んでください。`,
});

/** Which files were more than the question takes. */
export const tooManyWords = (question: FileQuestion, extra: readonly { readonly name: string }[]): Problem => ({
  field: question.id,
  message: `「${question.label}」は${question.maxFiles}個までです。${extra.map(({ name }) => `「${name}」`).join('')}は添えていません。`,
});
