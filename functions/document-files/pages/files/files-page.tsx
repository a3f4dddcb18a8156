import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { controlOf, Field } from '#functions/components/fields/field.tsx';
import { FileLine } from '#functions/components/file-list.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { type Distribution, documentFileLimit, mostFiles } from '#lib/core/distributions/distribution.ts';
import { fileKinds } from '#lib/core/files/file-kind.ts';
import { filesIn, kindsTaken, sizeWords } from '#lib/core/survey/file-answer.ts';

interface FilesPageProps {
  readonly viewer: Viewer;
  readonly distribution: Distribution;
  readonly problems: readonly FieldProblem[];
  readonly said: string | undefined;
}

const kinds = kindsTaken({ accept: 'document' }).map((kind) => fileKinds[kind]);
const help = `${kinds.map(({ words }) => words).join('・')}。${mostFiles}個まで。一度に送れるのは、合わせて${sizeWords(documentFileLimit)}までです。作成者名などは、ファイルに残ります。`;

/** Files of a draft: what is there, each to be looked at and taken away, and where more are added. */
export function FilesPage({ viewer, distribution, problems, said }: FilesPageProps): VNode {
  const { id, title, files } = distribution;
  const path = `/s/documents/${id}`;
  const there = filesIn(files);
  const frame = { id: 'files', label: '添えるファイル', help, problem: messagesByField(problems).get('files') };
  return (
    <StaffLayout
      {...viewer}
      title="文書のファイル"
      at="/s/documents"
      up={[
        { label: '文書', href: '/s/documents' },
        { label: title, href: path },
      ]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>文書のファイル</h1>
      <p>{title}</p>
      {there.length === 0 && <p>まだありません。1個以上添えると、送信できます。</p>}
      <ul class="files">
        {there.map((file) => (
          <li key={file.id}>
            <FileLine file={file} address={(each) => `${path}/files/${each}`} />
            <form method="post" action={`${path}/files/${file.id}/remove`}>
              <HiddenFields fields={{ csrf: viewer.csrf }} />
              <Button kind="text" label={`${file.name}を取り消す`}>
                取り消す
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {there.length < mostFiles && (
        <form method="post" action={`${path}/files`} enctype="multipart/form-data" noValidate>
          <HiddenFields fields={{ csrf: viewer.csrf }} />
          <Field {...frame}>
            <input
              {...controlOf(frame)}
              class="input"
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
      <p class="buttons">
        <LinkButton kind={there.length === 0 ? 'secondary' : 'primary'} href={path}>
          配布先とメールの見本を確かめる
        </LinkButton>
      </p>
    </StaffLayout>
  );
}
