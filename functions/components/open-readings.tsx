import type { VNode } from 'preact';
import { longInstant } from '#lib/core/calendar/show-day.ts';
import { handedDays, type Job } from '#lib/core/jobs/job.ts';
import { Button } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';
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
  /** Where a line is taken off the list. */
  readonly dismissal: (job: string) => string;
  readonly csrf: string;
}

/** Files that were handed in and wait, each a link to what was read of it, with a button that takes it off the list once it was read; nothing where there is none. */
export const OpenReadings = ({ readings, address, dismissal, csrf }: OpenReadingsProps): VNode | null =>
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
            {state !== 'running' && (
              <form method="post" action={dismissal(id)}>
                <HiddenFields fields={{ csrf }} />
                <Button kind="text" label={`一覧から消す：${title}`}>
                  一覧から消す
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
