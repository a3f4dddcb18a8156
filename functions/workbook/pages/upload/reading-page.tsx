import type { VNode } from 'preact';
import { Breadcrumb } from '#functions/components/breadcrumb.tsx';
import { LinkButton } from '#functions/components/button.tsx';
import { LiveJob } from '#functions/components/live-job.tsx';
import { addresses } from '#functions/hospital/addresses.ts';
import { SurveyLayout } from '#functions/hospital/components/survey-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import type { WorkbookView } from '../../workbook-view.ts';

export interface ReadingPageProps {
  readonly view: WorkbookView;
  readonly job: Job;
  readonly asOf: string;
}

/** A questionnaire that is being read; its dry run comes by itself, and leaving the page stops nothing. */
export function ReadingPage({ view, job, asOf }: ReadingPageProps): VNode {
  const { round } = view;
  return (
    <SurveyLayout view={view} title="調査票を読み取っています" scripts={['watch-job']}>
      <Breadcrumb
        places={[
          { label: '回答する項目', href: addresses.survey(round.id) },
          { label: 'Excelで回答する', href: addresses.workbook(round.id) },
          { label: '読取り' },
        ]}
      />
      <h1>調査票を読み取っています</h1>
      <LiveJob state={job.state}>
        <p>読み取りが終わると、内容といまの回答との違いをこのページでお見せします。回答はまだ変わりません。</p>
        <p class="hint">{`${longInstant(asOf)}現在・${longInstant(job.createdAt)}開始`}</p>
      </LiveJob>
      <p>ページを閉じても読み取りは続きます。「Excelで回答する」のページから戻れます。</p>
      <p class="buttons">
        <LinkButton href={addresses.upload(round.id, job.id)}>最新の状態にする</LinkButton>
      </p>
    </SurveyLayout>
  );
}
