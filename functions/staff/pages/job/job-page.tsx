import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { LiveJob } from '#functions/components/live-job.tsx';
import { ProgressBar } from '#functions/components/progress-bar.tsx';
import { actorWords } from '#functions/staff/components/actor-words.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { jobWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import type { Job } from '#lib/core/jobs/job.ts';
import { actorName } from '#lib/core/permission/actor.ts';

/** How far long work is; it goes on when the page is left. */
export function JobPage({ viewer, job, asOf }: { viewer: Viewer; job: Job; asOf: string }): VNode {
  const running = job.state === 'running';
  return (
    <StaffLayout {...viewer} title={job.title} scripts={running ? ['watch-job'] : []}>
      <h1>{job.title}</h1>
      <LiveJob state={job.state}>
        <p>
          <State word={jobWords[job.state]} />
        </p>
        <ProgressBar label="進み具合" done={job.done} total={job.total} unit="件" />
        <ul>
          {job.outcome?.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class="as-of">{`${longInstant(asOf)}現在・${longInstant(job.createdAt)}開始・${actorWords(actorName(job.by))}`}</p>
      </LiveJob>
      {running && <p>このページを閉じても処理は続きます。あとで「今日すること」から戻れます。</p>}
      <p class="buttons">
        {job.round !== undefined && (
          <LinkButton kind="primary" href={`/s/rounds/${job.round}`}>
            調査の様子を見る
          </LinkButton>
        )}
        {running && <LinkButton href={`/s/jobs/${job.id}`}>最新の状態にする</LinkButton>}
      </p>
    </StaffLayout>
  );
}
