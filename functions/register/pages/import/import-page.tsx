import type { VNode } from 'preact';
import { Button } from '#functions/components/button.tsx';
import { ErrorSummary } from '#functions/components/error-summary.tsx';
import { controlOf, Field } from '#functions/components/fields/field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import type { RejectedRow } from '#lib/core/organisations/read-register.ts';
import { RejectedTable } from './rejected-table.tsx';

const help =
  '1行目は見出しにしてください。「病院名」と「都道府県」は必須です。ほかに「施設コード」「二次医療圏」「種別」「募集定員」「担当者」「担当部署」「メールアドレス」「電話番号」「参加事業」を読み込みます。「種別」に「都道府県」とある行は、都道府県の担当部署として、文書の配布先になります。文字コードはUTF-8とShift_JISのどちらでも構いません。';

interface ImportPageProps {
  readonly viewer: Viewer;
  readonly problem?: string;
  /** Rows of the file that was chosen before, where none could be taken in. */
  readonly rejected?: readonly RejectedRow[];
}

/** Where a register's file is chosen. */
export function ImportPage({ viewer, problem, rejected = [] }: ImportPageProps): VNode {
  const field = { id: 'file', label: 'CSVファイル', required: true, help, problem };
  return (
    <StaffLayout {...viewer} title="名簿の取込み" at="/s/organisations" invalid={problem !== undefined}>
      <ErrorSummary problems={problem === undefined ? [] : [{ field: 'file', message: problem }]} />
      <h1>名簿の取込み</h1>
      <p>
        病院と都道府県の担当部署の名簿をCSVファイルで取り込みます。まず内容を確かめる画面を表示し、「取り込む」を押すまで名簿は変わりません。
      </p>
      <form method="post" action="/s/organisations/import" enctype="multipart/form-data" noValidate>
        <HiddenFields fields={{ csrf: viewer.csrf }} />
        <Field {...field}>
          <input {...controlOf(field)} name="file" type="file" accept=".csv,text/csv" />
        </Field>
        <p class="buttons">
          <Button kind="primary">内容を確かめる</Button>
        </p>
      </form>
      {rejected.length > 0 && <RejectedTable rejected={rejected} />}
    </StaffLayout>
  );
}
