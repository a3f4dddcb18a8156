import type { VNode } from 'preact';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { handedDays, type Job } from '#lib/core/jobs/job.ts';
import { StatusLabel, type Tone } from './status-label.tsx';

const states: Readonly<Record<Job['state'], readonly [words: string, tone: Tone]>> = {
  waiting: ['読取り待ち', 'plain'],
  running: ['読取中', 'info'],
  done: ['読取り済み（まだ取り込んでいません）', 'warning'],
  failed: ['読み取れませんでした', 'error'],
};

interface OpenReadingsProps {
  readonly readings: readonly Job[];
  readonly address: (job: string) => string;
}

/** Files that were handed in and wait, each a link to what was read of it; nothing where there is none. */
export const OpenReadings = ({ readings, address }: OpenReadingsProps): VNode | null =>
  readings.length === 0 ? null : (
    <section aria-labelledby="readings">
      <h2 id="readings">読み取ったファイル</h2>
      <p>{`取り込む前の内容を、${handedDays}日のあいだ見られます。`}</p>
      <ul class="files">
        {readings.map(({ id, title, state, createdAt }) => (
          <li key={id}>
            <a href={address(id)}>{title === '' ? '名前のないファイル' : title}</a>{' '}
            <StatusLabel tone={states[state][1]}>{states[state][0]}</StatusLabel>
            <span class="hint">{`　${longInstant(createdAt)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
