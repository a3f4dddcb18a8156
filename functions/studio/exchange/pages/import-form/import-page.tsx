import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { Field } from '#functions/components/fields/field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { OpenReadings } from '#functions/components/open-readings.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import type { Job } from '#lib/core/jobs/job.ts';
import type { XlsFormNote } from '#lib/core/survey/xlsform/grid.ts';
import type { FormRead } from '#lib/usecases/forms/form-read.ts';

export interface ImportPageProps {
  readonly viewer: Viewer;
  /** Files of this person that wait. */
  readonly readings?: readonly Job[];
  /** Why nothing was read at all. */
  readonly problem?: string;
  /** What of a file stands in the way, and what of it has no effect here. */
  readonly read?: Pick<FormRead, 'filename' | 'problems' | 'notices'>;
}

const help =
  'XLSForm は、調査票をExcelで書く国際的な形式です。survey、choices、settings のシートを読み込みます。取り込めないところは、シートと行でお知らせします。';

/** Where an XLSForm is chosen, and what of it could not be read. */
export function ImportFormPage({ viewer, readings = [], problem, read }: ImportPageProps): VNode {
  return (
    <StudioLayout viewer={viewer} title="XLSFormを読み込む" invalid={problem !== undefined}>
      <ErrorSummary problems={problem === undefined ? [] : [{ field: 'file', message: problem }]} />
      <h1>XLSFormを読み込む</h1>
      {read && (
        <>
          <NoteTable title={`「${read.filename}」で直すところ`} notes={read.problems} />
          {read.notices.length > 0 && <NoteTable title="直さなくても読み込める、使わない指定" notes={read.notices} />}
        </>
      )}
      <form method="post" action={addresses.importForm} enctype="multipart/form-data" noValidate class="narrow">
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        <Field id="file" label="Excelファイル（.xlsx）" required help={help} problem={problem}>
          <input
            id="file"
            name="file"
            type="file"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-invalid={problem === undefined ? undefined : 'true'}
            aria-describedby={problem === undefined ? 'file-help' : 'file-help file-problem'}
          />
        </Field>
        <p class="buttons">
          <Button kind="primary">内容を確かめる</Button>
        </p>
      </form>
      <OpenReadings
        readings={readings}
        address={addresses.formRead}
        dismissal={addresses.dismissal}
        csrf={viewer.csrf}
      />
    </StudioLayout>
  );
}

/** Remarks on a file by sheet and row. */
export const NoteTable = ({ title, notes }: { title: string; notes: readonly XlsFormNote[] }): VNode => (
  <DataTable
    caption={`${title} ${notes.length}件`}
    columns={[{ label: '場所' }, { label: '内容' }]}
    rows={notes.map(({ sheet, row, column, message }, at) => ({
      key: `${at}`,
      cells: [<span class="lines">{[`${sheet} ${row}行目`, column].filter(Boolean).join('\n')}</span>, message],
    }))}
    empty="ありません。"
  />
);
