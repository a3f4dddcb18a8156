import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { FormState } from '#functions/studio/components/form-state.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { FormHead } from '#lib/core/survey/compose/stored-form.ts';

export interface FormsPageProps {
  readonly viewer: Viewer;
  readonly forms: readonly FormHead[];
  readonly asOf: string;
}

/** Every form that staff made. */
export const FormsPage = ({ viewer, forms, asOf }: FormsPageProps): VNode => (
  <StaffLayout {...viewer} title="調査票" at={addresses.forms}>
    <h1>調査票</h1>
    <p>
      年度の調査にない質問をするときは、ここで調査票を作ります。公開した調査票は、「調査を準備する」で選べるようになります。
    </p>
    <p class="buttons">
      <LinkButton kind="primary" href={addresses.newForm}>
        調査票を作る
      </LinkButton>
      <LinkButton href={addresses.importForm}>XLSFormを読み込む</LinkButton>
    </p>
    <AsOf count={forms.length} unit="件" at={asOf} />
    <DataTable
      caption="調査票の一覧"
      captionHidden
      columns={[{ label: '調査票' }, { label: '状態' }, { label: '質問', numeric: true }, { label: '最後の保存' }]}
      rows={forms.map((form) => ({
        key: form.id,
        cells: [
          <a key="link" href={addresses.form(form.id)}>
            {form.title}
          </a>,
          <FormState key="state" published={form.published} changed={form.changed} />,
          `${form.questions}問`,
          `${longInstant(form.savedAt)}　${form.savedBy}`,
        ],
      }))}
      empty="調査票はまだありません。"
    />
  </StaffLayout>
);
