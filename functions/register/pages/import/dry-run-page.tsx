import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { ImportPlan } from '#lib/usecases/try-import.ts';
import { RejectedTable } from './rejected-table.tsx';

/** What taking a file in would do, row by row where something is amiss, before anything is done. */
export function DryRunPage({ viewer, plan }: { viewer: Viewer; plan: ImportPlan }): VNode {
  const { totals, register, unresolved, job, filename } = plan;
  const takes = totals.new + totals.changed;
  const all = totals.new + totals.changed + totals.same + totals.rejected;
  return (
    <StaffLayout {...viewer} title="取り込む内容の確認" at="/s/organisations">
      <h1>取り込む内容の確認</h1>
      <p>{`「${filename}」を読み取りました。まだ名簿は変わっていません。このページは閉じても、あとで「今日すること」から戻れます。`}</p>
      <SummaryList
        rows={[
          { key: 'ファイルの行数（見出しを除く）', value: `${all}行` },
          { key: '新しく加わる病院・担当部署', value: `${totals.new}件` },
          { key: '内容が変わる病院・担当部署', value: `${totals.changed}件` },
          { key: '変わらない病院・担当部署', value: `${totals.same}件` },
          { key: '取り込めない行', value: `${totals.rejected}件` },
          { key: 'うち要確認（取り込みますが、対象かどうかがまだ決まりません）', value: `${unresolved.length}件` },
        ]}
      />
      {register.ignoredColumns.length > 0 && (
        <p>{`読み込まない列：${register.ignoredColumns.map((name) => `「${name}」`).join('')}`}</p>
      )}
      {takes === 0 ? (
        <>
          <p>名簿に加えるところ、変えるところはありません。</p>
          <p class="buttons">
            <LinkButton href="/s/organisations/import">ファイルを選び直す</LinkButton>
          </p>
        </>
      ) : (
        <form method="post" action={`/s/organisations/import/${job.id}`}>
          <HiddenFields fields={{ csrf: viewer.csrf }} />
          <p class="buttons">
            <Button kind="primary">{`${takes}件を取り込む`}</Button>
            <LinkButton href="/s/organisations/import">ファイルを選び直す</LinkButton>
          </p>
        </form>
      )}
      <form method="post" action={`/s/organisations/import/${job.id}/give-up`}>
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        <p class="buttons">
          <Button kind="danger">この取込みを取りやめる</Button>
        </p>
      </form>
      <h2>取り込めない行</h2>
      <RejectedTable rejected={register.rejected} />
      <h2>要確認の病院</h2>
      <p>二次医療圏がわからないため、対象かどうかを決められません。名簿で二次医療圏を補うと決まります。</p>
      <DataTable
        caption={`要確認の病院 ${unresolved.length}件`}
        columns={[{ label: '行' }, { label: '病院名' }, { label: '都道府県' }]}
        rows={unresolved.map(({ line, name, prefecture }) => ({
          key: String(line),
          cells: [`${line}行目`, name, prefectureName(prefecture)],
        }))}
        empty="ありません。"
      />
    </StaffLayout>
  );
}
