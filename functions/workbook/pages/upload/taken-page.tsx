import type { VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { LinkButton } from '#functions/components/button.tsx';
import { NotificationBanner } from '#functions/components/notification-banner.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import { SurveyLayout } from '#functions/hospital/components/survey-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { UploadedWorkbook } from '#lib/core/survey/uploaded-workbook.ts';
import type { WorkbookPlan } from '#lib/usecases/workbook/plan-workbook.ts';
import type { WorkbookView } from '../../workbook-view.ts';
import { ProblemCells } from './cell-tables.tsx';

export interface TakenPageProps {
  readonly view: WorkbookView;
  readonly upload: UploadedWorkbook;
  readonly applied: NonNullable<UploadedWorkbook['applied']>;
  readonly plan: WorkbookPlan;
}

/** A file that was taken in: what came of it, what is left, and what comes next. */
export function TakenPage({ view, upload, applied, plan }: TakenPageProps): VNode {
  const { round, progress } = view;
  return (
    <SurveyLayout view={view} title="取り込みました">
      <Breadcrumb
        places={[
          { label: '回答する項目', href: addresses.survey(round.id) },
          { label: 'Excelで回答する', href: addresses.workbook(round.id) },
          { label: '取り込みました' },
        ]}
      />
      <h1>ファイルの回答を取り込みました</h1>
      <NotificationBanner
        tone="success"
        title={`「${upload.filename}」から${applied.answers}件の回答を保存しました。`}
        live
      >
        <p>{`${longInstant(applied.at)}${applied.by === '' ? '' : `（${applied.by}）`}`}</p>
      </NotificationBanner>
      <ProblemCells reading={plan.reading} />
      {view.editable && (
        <p>
          {progress.obstacles.length === 0
            ? 'すべて入力されています。まだ提出はされていません。'
            : `提出までに、あと${progress.obstacles.length}件の入力・確認が必要です。`}
        </p>
      )}
      <p class="buttons">
        <LinkButton kind="primary" href={addresses.check(round.id)}>
          {view.editable ? '確認・提出へ進む' : '回答の内容を見る'}
        </LinkButton>
        <LinkButton href={addresses.survey(round.id)}>回答する項目に戻る</LinkButton>
      </p>
    </SurveyLayout>
  );
}
