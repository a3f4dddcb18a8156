import type { VNode } from 'preact';
import { LinkButton } from '#functions/components/button.tsx';
import { prefectureName } from '#functions/staff/components/prefecture-name.ts';
import { StaffLayout, type Viewer } from '#functions/staff/components/staff-layout.tsx';
import { State } from '#functions/staff/components/state.tsx';
import { jobWords } from '#functions/staff/components/state-words.ts';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { officeOf } from '#lib/core/permission/actor.ts';
import { may } from '#lib/core/permission/table.ts';
import type { TodaysWork } from '#lib/usecases/todays-work.ts';
import { RoundCard } from './round-card.tsx';

export interface HomePageProps {
  readonly viewer: Viewer;
  readonly work: TodaysWork;
  readonly prefecture: string | undefined;
}

/** What waits for this person today: the numbers that matter, each a link to where it is done. */
export function HomePage({ viewer, work, prefecture }: HomePageProps): VNode {
  const { rounds, jobs, asOf } = work;
  return (
    <StaffLayout {...viewer} title="今日すること" at="/s/home">
      <h1>{prefecture === undefined ? '今日すること' : `今日すること（${prefectureName(prefecture)}）`}</h1>
      <p class="as-of">{`${longInstant(asOf)}現在`}</p>
      {jobs.length > 0 && (
        <>
          <h2>動いている処理</h2>
          <ul>
            {jobs.map((job) => (
              <li key={job.id}>
                <a href={`/s/jobs/${job.id}`}>{job.title}</a> <State word={jobWords[job.state]} />{' '}
                {`${job.done.toLocaleString('en')} / ${job.total.toLocaleString('en')}件`}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{`進行中の調査（${rounds.length}件）`}</h2>
      {rounds.length === 0 && <p>進行中の調査はありません。</p>}
      {rounds.map((each) => (
        <RoundCard key={each.round.id} work={each} asOf={asOf} ministry={prefecture === undefined} />
      ))}
      {may(viewer.actor, 'round.prepare', { office: officeOf(viewer.actor) }) && (
        <p class="buttons">
          <LinkButton kind="primary" href="/s/rounds/new">
            調査を準備する
          </LinkButton>
        </p>
      )}
    </StaffLayout>
  );
}
