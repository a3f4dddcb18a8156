import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import type { Distribution } from '#lib/core/distributions/distribution.ts';
import { fileKinds } from '#lib/core/files/file-kind.ts';
import { filesIn, sizeWords } from '#lib/core/survey/file-answer.ts';

interface ReceivedFilesProps {
  readonly viewer: { readonly csrf: string };
  /** Address below which each file's id stands. */
  readonly action: string;
  readonly distribution: Pick<Distribution, 'files'>;
}

/** Files of a document for whoever it was sent to: a button each, since opening one is recorded. */
export const ReceivedFiles = ({ viewer, action, distribution }: ReceivedFilesProps): VNode => (
  <>
    <p>ファイルを開くと、最初に開いた日時とお名前が送信元に記録されます。</p>
    <ul class="files">
      {filesIn(distribution.files).map(({ id, name, kind, bytes }) => (
        <li key={id}>
          <form method="post" action={`${action}/${id}`}>
            <HiddenFields fields={{ csrf: viewer.csrf }} />
            <Button label={`${name}を開く`}>{name}</Button>
          </form>
          <span>{`（${fileKinds[kind].words}、${sizeWords(bytes)}）`}</span>
        </li>
      ))}
    </ul>
  </>
);
