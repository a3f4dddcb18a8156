import type { VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { Button, LinkButton } from '#functions/components/button.tsx';
import { DataTable } from '#functions/components/data-table.tsx';
import { ErrorSummary, messagesByField } from '#functions/components/error-summary.tsx';
import { Tick } from '#functions/components/fields/choice-field.tsx';
import { HiddenFields } from '#functions/components/hidden-fields.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { SummaryList } from '#functions/components/summary-list.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import { SurveyLayout } from '#functions/hospital/components/survey-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { UploadedWorkbook } from '#lib/core/survey/uploaded-workbook.ts';
import type { WorkbookPlan } from '#lib/usecases/workbook/plan-workbook.ts';
import type { WorkbookView } from '../../workbook-view.ts';
import { CellsRead, ProblemCells } from './cell-tables.tsx';
import { DisputeFields } from './dispute-fields.tsx';
import { uploadFields } from './upload-fields.ts';
import type { Asked } from './upload-response.ts';

export interface DryRunPageProps {
  readonly view: WorkbookView;
  readonly upload: UploadedWorkbook;
  readonly plan: WorkbookPlan;
  /** Instant of the file's download; absent when the file lost what it says of itself. */
  readonly drawnAt: string | undefined;
  readonly seen: string;
  readonly asked: Asked | undefined;
}

/** What a file would change, before anything is changed. */
export function DryRunPage({ view, upload, plan, drawnAt, seen, asked }: DryRunPageProps): VNode {
  const { round, csrf } = view;
  const { reading, changes, disputed, kept, unconfirmed } = plan;
  const problems = asked?.problems ?? [];
  const filled = reading.cells.filter(({ state }) => state === 'read').length;
  const something = changes.length + disputed.length + unconfirmed.length > 0;
  const start = addresses.workbook(round.id);
  return (
    <SurveyLayout view={view} title="取り込む内容の確認" invalid={problems.length > 0}>
      <Breadcrumb
        places={[
          { label: '回答する項目', href: addresses.survey(round.id) },
          { label: 'Excelで回答する', href: start },
          { label: '取り込む内容の確認' },
        ]}
      />
      <ErrorSummary problems={problems} />
      <h1>取り込む内容を確かめてください</h1>
      {asked?.moved && (
        <NotificationBanner
          tone="warning"
          title="確認している間に、院内のほかの方が回答を保存しました。いまの内容で、もう一度確かめてください。"
          live
        />
      )}
      <p>{`「${upload.filename}」を読み取りました。まだ回答は変わっていません。`}</p>
      <SummaryList
        rows={[
          { key: '調査票のダウンロード', value: drawnAt ? longInstant(drawnAt) : '不明（ファイル情報がありません）' },
          { key: '読み取ったセル', value: `${filled}個` },
          { key: '変わる回答', value: `${changes.length}件` },
          { key: '選んでいただく回答', value: `${disputed.length}件` },
          { key: '取り込めないセル', value: `${reading.problems.length}個` },
        ]}
      />
      {!drawnAt && (
        <NotificationBanner
          tone="warning"
          title="ファイルから「ファイル情報」が失われています。貴院の、この調査の調査票か確かめてください。"
        >
          <p>
            ほかの方がダウンロードの後に変えた回答があっても、見分けられません。下の「変わる回答」をよくご覧ください。
          </p>
        </NotificationBanner>
      )}
      <ProblemCells reading={reading} />
      <h2>変わる回答</h2>
      <DataTable
        caption={`変わる回答 ${changes.length}件`}
        columns={[{ label: '設問' }, { label: 'いまの回答' }, { label: '取り込んだ後' }]}
        rows={changes.map(({ section, question, before, after }) => ({
          key: question.id,
          cells: [
            <>
              <span class="hint">{section.title}</span> {question.label}
            </>,
            <span class="lines">{before}</span>,
            <span class="lines">{after}</span>,
          ],
        }))}
        empty="いまの回答から変わるところはありません。"
      />
      {kept.length > 0 && (
        <>
          <h2>ほかの方が変えた回答</h2>
          <p>
            調査票をダウンロードした後に、院内のほかの方が変えました。ファイルでは変わっていないため、そのまま残します。
          </p>
          <DataTable
            caption={`ほかの方が変えた回答 ${kept.length}件`}
            columns={[{ label: '設問' }, { label: '残る回答' }, { label: '保存した方' }]}
            rows={kept.map(({ question, theirs, by, at }) => ({
              key: question.id,
              cells: [question.label, <span class="lines">{theirs}</span>, `${by} ${at === '' ? '' : longInstant(at)}`],
            }))}
          />
        </>
      )}
      <CellsRead reading={reading} />
      <form id="take" method="post" action={addresses.upload(round.id, upload.id)} novalidate>
        <HiddenFields fields={{ csrf, [uploadFields.seen]: seen }} />
        <DisputeFields disputed={disputed} choices={asked?.choices ?? new Map()} messages={messagesByField(problems)} />
        {unconfirmed.length > 0 && (
          <>
            <p>{`まだ確認されていない項目：${unconfirmed.map(({ title }) => title).join('、')}`}</p>
            <Tick
              id={uploadFields.confirm}
              label="ファイルで変えていない項目も、この内容でよいことを確かめました。"
              checked={asked?.confirm ?? false}
            />
          </>
        )}
        {reading.problems.length > 0 && something && (
          <p>{`取り込めない${reading.problems.length}個のセルの設問は、いまの回答のまま残ります。ファイルを直して、もう一度取り込むこともできます。`}</p>
        )}
        <p class="buttons">
          {something && view.editable && <Button kind="primary">この内容で取り込む</Button>}
          <LinkButton href={start}>ファイルを選び直す</LinkButton>
        </p>
      </form>
    </SurveyLayout>
  );
}
