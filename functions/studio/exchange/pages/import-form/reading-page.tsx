import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { LiveJob } from '#functions/components/live-job.tsx';
import type { Viewer } from '#functions/staff/components/staff-layout.tsx';
import { addresses } from '#functions/studio/addresses.ts';
import { StudioLayout } from '#functions/studio/components/studio-layout.tsx';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Job } from '#lib/core/jobs/job.ts';

export interface ReadingPageProps {
  readonly viewer: Viewer;
  readonly job: Job;
  readonly asOf: string;
}

/** An XLSForm that is being read; its report comes by itself, and leaving the page stops nothing. */
export const ReadingPage = ({ viewer, job, asOf }: ReadingPageProps): VNode => (
  <StudioLayout
    viewer={viewer}
    title="ファイルを読み取っています"
    up={[{ label: 'XLSFormを読み込む', href: addresses.importForm }]}
    scripts={['watch-job']}
  >
    <h1>ファイルを読み取っています</h1>
    <LiveJob state={job.state}>
      <p>読み取りが終わると、内容をこのページでお見せします。調査票はまだ作られません。</p>
      <p class="as-of">{`${longInstant(asOf)}現在・${longInstant(job.createdAt)}開始`}</p>
    </LiveJob>
    <p>ページを閉じても読み取りは続きます。「XLSFormを読み込む」のページから戻れます。</p>
    <p class="buttons">
      <LinkButton href={addresses.formRead(job.id)}>最新の状態にする</LinkButton>
    </p>
  </StudioLayout>
);
