import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { ListUpload, RecipientList } from '#lib/core/announcements/recipient-list.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { RejectedRows } from './rejected-rows.tsx';

interface UploadPageProps {
  readonly viewer: Viewer;
  readonly list: RecipientList;
  readonly upload: ListUpload;
  readonly problem: string | undefined;
}

/** What a file would change, its totals adding up to its rows, before anything is taken in; afterwards the record of that version. */
export function UploadPage({ viewer, list, upload, problem }: UploadPageProps): VNode {
  const { totals, becameVersion } = upload;
  const path = `/s/recipients/${list.id}`;
  const stale = becameVersion === undefined && upload.seen !== list.version;
  const moves = totals.new + totals.changed + totals.gone;
  const people = (count: number) => `${count.toLocaleString('en')}人`;
  return (
    <StaffLayout
      {...viewer}
      title="取り込む内容の確認"
      at="/s/announcements"
      up={[
        { label: '宛先名簿', href: '/s/recipients' },
        { label: list.name, href: path },
      ]}
      invalid={problem !== undefined}
    >
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: 'main', message: problem }]}
        title="取り込めませんでした"
      />
      <h1>取り込む内容の確認</h1>
      <p>
        {becameVersion === undefined
          ? `「${upload.filename}」を読み取りました。まだ名簿は変わっていません。`
          : `「${upload.filename}」は、${longInstant(upload.appliedAt ?? upload.at)}に第${becameVersion}版になりました。`}
      </p>
      <SummaryList
        rows={[
          { key: 'ファイルの行数（見出しを除く）', value: `${totals.rows.toLocaleString('en')}行` },
          { key: '新しく加わる人', value: people(totals.new) },
          { key: '内容が変わる人', value: people(totals.changed) },
          { key: '変わらない人', value: people(totals.same) },
          { key: '取り込まない行', value: `${totals.rejected.toLocaleString('en')}行` },
          { key: '名簿から外れる人（ファイルにない人）', value: people(totals.gone) },
          { key: '取り込んだ後の人数', value: people(totals.accepted) },
        ]}
      />
      {upload.ignored.length > 0 && <p>{`読み込まない列：${upload.ignored.map((name) => `「${name}」`).join('')}`}</p>}
      {becameVersion === undefined && stale && (
        <p>このファイルを読み取ったあとで名簿が変わりました。もう一度ファイルを選んで、差を確かめてください。</p>
      )}
      {becameVersion === undefined && !stale && moves === 0 && <p>名簿と同じ内容です。取り込む必要はありません。</p>}
      <form method="post" action={`${path}/uploads/${upload.id}`}>
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        <p class="buttons">
          {becameVersion === undefined && !stale && moves > 0 && (
            <Button kind="primary">{`${people(totals.accepted)}の名簿として取り込む`}</Button>
          )}
          <LinkButton href={path}>{becameVersion === undefined ? 'ファイルを選び直す' : '名簿へ戻る'}</LinkButton>
        </p>
      </form>
      <RejectedRows rejected={upload.rejected} total={totals.rejected} />
    </StaffLayout>
  );
}
