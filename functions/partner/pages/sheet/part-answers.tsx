import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { FileList } from '#functions/components/file-list.tsx';
import { StatusLabel } from '#functions/components/status-label.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { SheetPart } from '#lib/usecases/read-sheet.ts';
import type { VisibleAnswer } from '#lib/usecases/visible-answers.ts';

/** A partner's answers to one form, section by section. */
export const PartAnswers = ({
  part,
  file,
}: {
  readonly part: SheetPart;
  /** Where a file is fetched by its id. */
  readonly file: (id: string) => string;
}): VNode => (
  <>
    {part.sections.map(({ id, title, answers }) => (
      <section key={id}>
        <h3>{title}</h3>
        <SummaryList
          rows={answers.map((answer) => ({
            key: answer.label,
            value: (
              <>
                {cellOf(answer, file)}
                {part.changed?.questions.has(answer.id) && (
                  <span class="changed">
                    <StatusLabel tone="info">変更</StatusLabel>
                  </span>
                )}
              </>
            ),
          }))}
        />
      </section>
    ))}
  </>
);

function cellOf({ label, text, table, files }: VisibleAnswer, address: (id: string) => string): VNode | string {
  if (files) return <FileList files={files} address={address} />;
  if (!table) return text;
  return (
    <DataTable
      caption={label}
      captionHidden
      columns={table.heads.map((head) => ({ label: head }))}
      rows={table.rows.map((cells, at) => ({ key: `${at} ${cells[0] ?? ''}`, cells }))}
    />
  );
}
