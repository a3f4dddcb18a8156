import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { messagesByField } from '#functions/components/error-summary.tsx';
import { controlOf, Field } from '#functions/components/fields/field.tsx';
import { FileLine } from '#functions/components/file-list.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { mostFiles } from '#lib/core/distributions/distribution.ts';
import { fileKinds } from '#lib/core/files/file-kind.ts';
import { filesIn, kindsTaken, sizeWords } from '#lib/core/survey/file-answer.ts';
import type { DocumentPageProps } from './document-page.tsx';

const kinds = kindsTaken({ accept: 'document' }).map((kind) => fileKinds[kind]);

/** Files of a draft, and where more are added. */
export function FilesForm({ viewer, view, problems }: DocumentPageProps): VNode {
  const { id, files } = view.distribution;
  const path = `/s/documents/${id}/files`;
  const there = filesIn(files);
  const frame = {
    id: 'files',
    label: '添えるファイル',
    help: `${kinds.map(({ words }) => words).join('・')}。${mostFiles}個まで。一度に送れるのは、合わせて${sizeWords(4_000_000)}までです。作成者名などは、ファイルに残ります。`,
    problem: messagesByField(problems).get('files'),
  };
  return (
    <>
      <h2>ファイル</h2>
      {there.length === 0 && <p>まだありません。1個以上添えると、送信できます。</p>}
      <ul class="files">
        {there.map((file) => (
          <li key={file.id}>
            <FileLine file={file} address={(each) => `${path}/${each}`} />
            <form method="post" action={`${path}/${file.id}/remove`}>
              <HiddenFields fields={{ csrf: viewer.csrf }} />
              <Button kind="text" label={`${file.name}を取り消す`}>
                取り消す
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {there.length < mostFiles && (
        <form method="post" action={path} enctype="multipart/form-data" noValidate>
          <HiddenFields fields={{ csrf: viewer.csrf }} />
          <Field {...frame}>
            <input
              {...controlOf(frame)}
              name="files"
              type="file"
              multiple
              accept={kinds.map(({ type }) => type).join(',')}
            />
          </Field>
          <p class="buttons">
            <Button kind={there.length === 0 ? 'primary' : 'secondary'}>選んだファイルを添える</Button>
          </p>
        </form>
      )}
    </>
  );
}
