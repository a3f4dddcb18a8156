import type { VNode } from 'preact';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import type { Form } from '#lib/core/survey/form.ts';
import type { XlsFormNote } from '#lib/core/survey/xlsform/grid.ts';
import { NoteTable } from './import-page.tsx';

export interface ReportPageProps {
  readonly viewer: Viewer;
  readonly form: Form;
  readonly notices: readonly XlsFormNote[];
  /** The job that read it. */
  readonly job: string;
}

/** What was read of an XLSForm and what of it has no effect here, before it becomes a draft. */
export const ReportPage = ({ viewer, form, notices, job }: ReportPageProps): VNode => (
  <StudioLayout
    viewer={viewer}
    title="読み込む内容の確認"
    up={[{ label: 'XLSFormを読み込む', href: addresses.importForm }]}
  >
    <h1>読み込む内容の確認</h1>
    <p>ファイルを読み取りました。まだ調査票は作られていません。</p>
    <SummaryList
      rows={[
        { key: '調査票の名前', value: form.title },
        { key: 'セクション', value: form.sections.map(({ title }) => title).join('\n') },
        { key: '質問', value: `${form.sections.reduce((sum, { questions }) => sum + questions.length, 0)}問` },
      ]}
    />
    <h2>使わない指定</h2>
    <p>次の指定は、この調査票では効きません。ほかはすべて読み込みます。</p>
    <NoteTable title="使わない指定" notes={notices} />
    <form method="post" action={addresses.formRead(job)}>
      <HiddenFields fields={{ csrf: viewer.csrf }} />
      <p class="buttons">
        <Button kind="primary">下書きにする</Button>
        <LinkButton href={addresses.importForm}>ファイルを選び直す</LinkButton>
      </p>
    </form>
  </StudioLayout>
);
