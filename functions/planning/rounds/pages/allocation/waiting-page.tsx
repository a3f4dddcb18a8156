import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { LiveJob } from '#functions/components/live-job.tsx';
import { ProgressBar } from '#functions/components/progress-bar.tsx';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { jobWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import type { AllocationPlan } from '#lib/core/matching/allocation/plan.ts';

/** A what-if that is being computed; the page comes anew by itself, and leaving it stops nothing. */
export function WaitingPage({
  viewer,
  plan,
  job,
  asOf,
}: {
  readonly viewer: Viewer;
  readonly plan: AllocationPlan;
  readonly job: Job | undefined;
  readonly asOf: string;
}): VNode {
  const title = '配置の試算を計算しています';
  const running = job?.state === 'running';
  return (
    <StaffLayout
      {...viewer}
      title={title}
      at="/s/planning"
      up={[
        { label: '試算', href: '/s/planning' },
        { label: '配置の試算', href: '/s/planning/allocation' },
      ]}
      scripts={running ? ['watch-job'] : []}
    >
      <h1>{title}</h1>
      <LiveJob state={job?.state}>
        {job && <State word={jobWords[job.state]} />}
        {job && <ProgressBar label="進み具合" done={job.done} total={job.total} unit="回" />}
        {job?.outcome?.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p class="as-of">{`${longInstant(asOf)}現在・${longInstant(plan.at)}開始`}</p>
      </LiveJob>
      <p>
        4つの方法を計算したあと、重みとくじを少しずつ変えて、組が残るかを確かめます。ページを閉じても計算は続きます。
      </p>
      <p class="buttons">
        <LinkButton href={`/s/planning/allocation/${plan.id}`}>最新の状態にする</LinkButton>
      </p>
    </StaffLayout>
  );
}
