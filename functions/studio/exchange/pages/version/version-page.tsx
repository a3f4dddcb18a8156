import type { VNode } from 'preact';
import { DataTable } from '#functions/components/data-table.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { Downloads } from '#functions/studio/components/downloads.tsx';
import { When, Words } from '#functions/studio/components/question-words.tsx';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { carriedWords } from '#lib/core/survey/compose/carried.ts';
import type { FormVersion } from '#lib/core/survey/compose/stored-form.ts';
import type { Form } from '#lib/core/survey/form.ts';

export interface VersionPageProps {
  readonly viewer: Viewer;
  readonly published: Pick<FormVersion, 'publishedAt' | 'publishedBy'>;
  readonly form: Form;
  /** The version before; undefined for the first. */
  readonly before: Form | undefined;
}

/** A published version, which never changes: how earlier answers reach it, and what it asks. */
export const VersionPage = ({ viewer, published, form, before }: VersionPageProps): VNode => (
  <StudioLayout viewer={viewer} title={`第${form.version}版`} form={form}>
    <h1>{`${form.title}　第${form.version}版`}</h1>
    <SummaryList
      rows={[
        { key: '公開', value: `${longInstant(published.publishedAt)}（${published.publishedBy}）` },
        { key: '書き出し', value: <Downloads form={form.id} version={form.version} /> },
      ]}
    />
    <h2>前の回答の引継ぎ</h2>
    {before ? <CarriedPart before={before} form={form} /> : <p>はじめての版のため、前の回答はありません。</p>}
    <h2>質問</h2>
    {form.sections.map((section, at) => (
      <section key={section.id} class="card part" aria-label={section.title}>
        <h3>{`${at + 1}　${section.title}`}</h3>
        <When form={form} when={section.when} />
        <ol class="parts">
          {section.questions.map((question) => (
            <li key={question.id} class="part">
              <Words question={question} />
              <When form={form} when={question.when} />
              {question.kind === 'table' && (
                <ol class="parts">
                  {question.columns.map((column) => (
                    <li key={column.id} class="part">
                      <Words question={column} />
                      <When form={form} when={column.when} />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </section>
    ))}
  </StudioLayout>
);

function CarriedPart({ before, form }: { before: Form; form: Form }): VNode {
  const { taken, choices, anew, losses } = carriedWords(before, form);
  const from = `第${before.version}版`;
  return (
    <>
      <p>{`${from}の回答は、同じ質問にそのまま入れてあります。次の表は、そのままではないところです。`}</p>
      <DataTable
        caption="ほかの質問から引き継ぐ質問"
        columns={[{ label: 'この版の質問' }, { label: `${from}の質問` }]}
        rows={taken.map(({ now, old }, at) => ({ key: `${at}`, cells: [now, old] }))}
        empty="ほかの質問から引き継ぐ質問はありません。"
      />
      <DataTable
        caption="置き換える選択肢"
        columns={[{ label: '質問' }, { label: `${from}の選択肢` }, { label: 'この版では' }]}
        rows={choices.map(({ question, old, now }, at) => ({
          key: `${at}`,
          cells: [question, old, now ?? '引き継がない'],
        }))}
        empty="置き換える選択肢はありません。"
      />
      <h3>新しく聞く質問</h3>
      <Lines lines={anew} />
      <h3>引き継がれない回答</h3>
      <Lines lines={losses} />
    </>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }): VNode =>
  lines.length === 0 ? (
    <p>ありません。</p>
  ) : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
