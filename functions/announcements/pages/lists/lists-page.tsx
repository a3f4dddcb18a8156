import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { TextField } from '#functions/components/fields/text-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { RecipientList } from '#lib/core/announcements/recipient-list.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';

interface ListsPageProps {
  readonly viewer: Viewer;
  readonly lists: readonly RecipientList[];
  readonly request: string;
  readonly typed: { readonly name: string; readonly problem: string } | undefined;
}

/** The lists of people who agreed to be written to. */
export const ListsPage = ({ viewer, lists, request, typed }: ListsPageProps): VNode => (
  <StaffLayout
    {...viewer}
    title="宛先名簿"
    at="/s/announcements"
    up={[{ label: 'お知らせ', href: '/s/announcements' }]}
    invalid={typed !== undefined}
  >
    <ErrorSummary problems={typed ? [{ field: 'name', message: typed.problem }] : []} />
    <h1>宛先名簿</h1>
    <p>お知らせを受け取ることに同意した方の名簿です。使い終わったら削除してください。</p>
    <DataTable
      caption={`宛先名簿 ${lists.length}件`}
      columns={[{ label: '名簿' }, { label: '人数', numeric: true }, { label: '版', numeric: true }, { label: '作成' }]}
      rows={lists.map(({ id, name, count, version, createdAt, forgottenAt }) => ({
        key: id,
        cells: [
          <a key="link" href={`/s/recipients/${id}`}>
            {name}
          </a>,
          forgottenAt === undefined ? `${count.toLocaleString('en')}人` : '削除済',
          version === 0 ? 'なし' : `第${version}版`,
          longInstant(createdAt),
        ],
      }))}
      empty="まだ宛先名簿はありません。"
    />
    <h2>名簿を作る</h2>
    <form method="post" action="/s/recipients" class="narrow" noValidate>
      <HiddenFields fields={{ csrf: viewer.csrf, request }} />
      <TextField
        id="name"
        label="名簿の名前"
        required
        help="例：2027年度 医学部5年生"
        value={typed?.name}
        problem={typed?.problem}
      />
      <p class="buttons">
        <Button kind="primary">名簿を作る</Button>
      </p>
    </form>
  </StaffLayout>
);
