import type { VNode } from 'preact';
import { fileKinds, isPicture } from '#lib/core/files/file-kind.ts';
import { type AnsweredFile, sizeWords } from '#lib/core/survey/file-answer.ts';

type Address = (id: string) => string;

/** Files of an answer, each to be fetched. */
export const FileList = ({ files, address }: { files: readonly AnsweredFile[]; address: Address }): VNode => (
  <ul class="files">
    {files.map((file) => (
      <li key={file.id}>
        <FileLine file={file} address={address} />
      </li>
    ))}
  </ul>
);

/** One file: its picture where it is one, its name as a link, what it is and its size. */
export const FileLine = ({ file, address }: { file: AnsweredFile; address: Address | undefined }): VNode => {
  const href = address?.(file.id);
  const words = `（${fileKinds[file.kind].words}、${sizeWords(file.bytes)}）`;
  if (href === undefined) return <span>{`${file.name}${words}`}</span>;
  return (
    <span class="file">
      {isPicture(file.kind) && <img class="file__picture" src={href} alt="" loading="lazy" width={120} height={90} />}
      <span>
        <a href={href} download={file.name}>
          {file.name}
        </a>
        {words}
      </span>
    </span>
  );
};
