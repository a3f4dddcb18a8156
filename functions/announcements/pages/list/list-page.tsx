import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, type FieldProblem, messagesByField } from '#functions/components/error-summary.tsx';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { controlOf, Field } from '#functions/components/fields/field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { RejectedRecipient } from '#lib/core/announcements/read-recipients.ts';
import type { ListUpload, RecipientList } from '#lib/core/announcements/recipient-list.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { RejectedRows } from '../upload/rejected-rows.tsx';

const help =
  '1行目は見出しにしてください。「メールアドレス」「大学」「都道府県」「学年」「同意日」は必須で、「氏名」は任意です。ほかの列は読み込みません。文字コードはUTF-8とShift_JISのどちらでも構いません。';

interface ListPageProps {
  readonly viewer: Viewer;
  readonly list: RecipientList;
  readonly uploads: readonly ListUpload[];
  readonly request: string;
  readonly problems: readonly FieldProblem[];
  readonly rejected: readonly RejectedRecipient[];
  readonly said: string | undefined;
}

/** One list: how many stand on it, its versions, where the next file is chosen and where the people on it are deleted. */
export function ListPage({ viewer, list, uploads, request, problems, rejected, said }: ListPageProps): VNode {
  const messages = messagesByField(problems);
  const path = `/s/recipients/${list.id}`;
  const file = { id: 'file', label: 'CSVファイル', required: true, help, problem: messages.get('file') };
  const forgotten = list.forgottenAt !== undefined;
  return (
    <StaffLayout
      {...viewer}
      title={list.name}
      at="/s/announcements"
      up={[
        { label: 'お知らせ', href: '/s/announcements' },
        { label: '宛先名簿', href: '/s/recipients' },
      ]}
      invalid={problems.length > 0}
    >
      <ErrorSummary problems={problems} />
      {said && <NotificationBanner tone="success" title={said} live />}
      <h1>{list.name}</h1>
      {forgotten ? (
        <p>{`${longInstant(list.forgottenAt ?? '')}に削除しました。お知らせの結果の数だけが残っています。`}</p>
      ) : (
        <p>{`${list.count.toLocaleString('en')}人（第${list.version}版）`}</p>
      )}
      {!forgotten && (
        <form method="post" action={path} enctype="multipart/form-data" noValidate>
          <h2>ファイルを取り込む</h2>
          <p>まず内容を確かめる画面を表示し、「取り込む」を押すまで名簿は変わりません。</p>
          <HiddenFields fields={{ csrf: viewer.csrf, request }} />
          <Field {...file}>
            <input {...controlOf(file)} name="file" type="file" accept=".csv,text/csv" />
          </Field>
          <p class="buttons">
            <Button kind="primary">内容を確かめる</Button>
          </p>
        </form>
      )}
      {rejected.length > 0 && <RejectedRows rejected={rejected} total={rejected.length} />}
      <h2>取り込んだファイル</h2>
      <DataTable
        caption="取り込んだファイル"
        captionHidden
        columns={[{ label: 'ファイル' }, { label: '版' }, { label: '人数', numeric: true }, { label: '日時・担当' }]}
        rows={uploads.map(({ id, filename, becameVersion, totals, at, by }) => ({
          key: id,
          cells: [
            <a key="link" href={`${path}/uploads/${id}`}>
              {filename}
            </a>,
            becameVersion === undefined ? '未取込み' : `第${becameVersion}版`,
            `${totals.accepted.toLocaleString('en')}人`,
            `${longInstant(at)}　${by}`,
          ],
        }))}
        empty="まだありません。"
      />
      {!forgotten && list.version > 0 && (
        <form method="post" action={`${path}/forget`} noValidate>
          <h2>名簿を削除する</h2>
          <p>
            氏名とメールアドレスを、送ったメールの記録からも消します。元に戻せません。お知らせの結果の数と、配信停止の申し出は残ります。
          </p>
          <HiddenFields fields={{ csrf: viewer.csrf }} />
          <Tick id="sure" label={`「${list.name}」の全員分を削除してよい`} problem={messages.get('sure')} />
          <p class="buttons">
            <Button kind="danger">名簿を削除する</Button>
          </p>
        </form>
      )}
    </StaffLayout>
  );
}
