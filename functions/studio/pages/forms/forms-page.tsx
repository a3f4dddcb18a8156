import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { AsOf } from '#functions/staff/components/as-of.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { FormState } from '#functions/studio/components/form-state.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { ownerOf } from '#lib/core/permission/owner.ts';
import { may } from '#lib/core/permission/table.ts';
import type { FormHead } from '#lib/core/survey/compose/stored-form.ts';

export interface FormsPageProps {
  readonly viewer: Viewer;
  readonly forms: readonly FormHead[];
  /** Published forms of the ministry, which may be copied only. */
  readonly others: readonly FormHead[];
  readonly asOf: string;
}

/** Forms that staff made: a prefecture's own and those it may copy, to the ministry all. */
export const FormsPage = ({ viewer, forms, others, asOf }: FormsPageProps): VNode => (
  <StaffLayout {...viewer} title="調査票" at={addresses.forms}>
    <h1>調査票</h1>
    <p>
      {viewer.actor.kind === 'prefecture'
        ? '管内の病院に独自の質問をするときは、ここで調査票を作ります。公開すると、「調査を準備する」から管内の病院に聞けます。作った調査票は、ほかの都道府県には見えません。'
        : '年度の調査にない質問をするときは、ここで調査票を作ります。公開した調査票は、「調査を準備する」で選べるようになります。都道府県の調査票は見るだけです。'}
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
          <FormLink key="link" viewer={viewer} form={form} />,
          <FormState key="state" published={form.published} changed={form.changed} />,
          `${form.questions}問`,
          `${longInstant(form.savedAt)}　${form.savedBy}`,
        ],
      }))}
      empty="調査票はまだありません。"
    />
    {others.length > 0 && (
      <>
        <h2>厚生労働省の調査票</h2>
        <p>写しから、自分の調査票を作れます。もとの調査票は変わりません。</p>
        <ul>
          {others.map(({ id, title, published }) => (
            <li key={id}>
              <a href={addresses.copyOf(id, published)}>{`「${title}」（第${published}版）の写しから作る`}</a>
            </li>
          ))}
        </ul>
      </>
    )}
  </StaffLayout>
);

/** The way to a form, to compose it or only to see it; another office's says whose it is. */
const FormLink = ({ viewer, form }: { viewer: Viewer; form: FormHead }): VNode => {
  const office = ownerOf(form);
  return may(viewer.actor, 'form.compose', { office }) ? (
    <a href={addresses.form(form.id)}>{form.title}</a>
  ) : (
    <>
      <a href={addresses.preview(form.id)}>{form.title}</a>
      {`（${prefectureName(office)}）`}
    </>
  );
};
